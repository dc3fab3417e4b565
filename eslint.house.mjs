// Our own rules, beside n8n's untouched eslint.config.mjs: the drawing in docs/architecture.md cannot rot.
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// From the bottom up: a layer may import itself and what stands before it, never what stands after it.
const layers = [
	'model',
	'path',
	'transformation',
	'systems',
	'http',
	'endpoint',
	'protocols',
	'sync',
];
const apart = [
	['endpoint', 'http'],
	['protocols', 'endpoint'],
	['sync', 'endpoint'],
];

const zones = [
	...layers.map((layer, position) => ({
		target: `src/${layer}`,
		from: [...layers.slice(position + 1).map((above) => `src/${above}`), 'nodes', 'credentials'],
		message: `src/${layer} may import only from the layers below it: ${layers.slice(0, position).join(', ')}.`,
	})),
	...apart.map(([target, from]) => ({
		target: `src/${target}`,
		from: `src/${from}`,
		message: `src/${target} does not know src/${from}.`,
	})),
];

const forbid = (name, message) => ({ selector: `Identifier[name="${name}"]`, message });

export default defineConfig(
	globalIgnores(['dist', 'coverage', '.cache']),
	{ linterOptions: { reportUnusedDisableDirectives: 'off' } },
	{
		files: ['**/*.ts'],
		languageOptions: { parser: tseslint.parser },
		plugins: {
			'import-x': importX,
			'@typescript-eslint': tseslint.plugin,
			// Known, not run: tests name its rules in disable comments.
			'@n8n/community-nodes': n8nCommunityNodesPlugin,
		},
		settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
		rules: {
			'import-x/no-restricted-paths': ['error', { zones }],
			'import-x/no-cycle': 'error',
			'import-x/no-default-export': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
		},
	},
	{
		files: ['src/**/*.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{ group: ['n8n-*', 'axios'], message: 'src/ knows no host: types only, in an adapter.', allowTypeImports: true },
					],
				},
			],
			'no-restricted-syntax': [
				'error',
				{ selector: 'NewExpression[callee.name="Function"]', message: 'Nothing from outside becomes code.' },
				{ selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: 'Time comes in through the Clock port.' },
			],
		},
	},
	{
		files: ['src/**/*.ts', 'nodes/**/*.ts'],
		rules: {
			'max-lines': ['error', 250],
		},
	},
	{
		files: ['nodes/**/*.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				forbid('getWorkflowStaticData', 'Static data loses parallel updates and is empty in queue mode: no correctness may rest on it.'),
				forbid('checkProcessedAndRecord', 'The dedup helper lets duplicates through: no correctness may rest on it.'),
			],
		},
	},
	{ files: ['src/http/clock.ts'], rules: { 'no-restricted-syntax': 'off' } },
	{ files: ['tsup.config.ts'], rules: { 'import-x/no-default-export': 'off' } },
);
