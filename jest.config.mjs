// swc only strips types (tsc checks them); files ending in `.js` in an import are TypeScript here.
export default {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
	// A failed test may leave its servers open; the run has to end all the same.
	forceExit: true,
	// Every core: most of a suite's time is loading n8n's engine. The limit is for a machine that also lints.
	maxWorkers: '100%',
	testTimeout: 30_000,
	setupFiles: ['<rootDir>/test/support/environment.ts'],
	moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
	// jose ships as ECMAScript modules only.
	transformIgnorePatterns: ['/node_modules/(?!jose/)'],
	transform: {
		'^.+\\.(ts|mjs|js)$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
};
