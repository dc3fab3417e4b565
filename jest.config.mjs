// swc only strips types (tsc checks them); files ending in `.js` in an import are TypeScript here.
export default {
	testEnvironment: '<rootDir>/test/support/jest/environment.cjs',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
	// A failed test may leave its servers open; the run has to end all the same.
	forceExit: true,
	// Every core. The limit is for a machine that also lints.
	maxWorkers: '100%',
	testTimeout: 30_000,
	moduleNameMapper: {
		'^(n8n-core|n8n-workflow)$': '<rootDir>/test/support/jest/$1.cjs',
		'^(\\.{1,2}/.*)\\.js$': '$1',
	},
	// jose ships as ECMAScript modules only.
	transformIgnorePatterns: ['/node_modules/(?!jose/)'],
	transform: {
		'^.+\\.(ts|mjs|js)$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
};
