// The proofs of src/sync in their full length: `npm test` runs the same tests with small counts.
// Usage: node scripts/proofs.mjs [name of a test file ...]
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import config from '../jest.config.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const PROOFS = ['lossless', 'losses', 'interleavings', 'races', 'crash', 'absence', 'lostMembers'];
const wanted = process.argv.slice(2);
const files = (wanted.length > 0 ? wanted : PROOFS).map((name) => `test/sync/${name}.test.ts`);

const settings = {
	...config,
	rootDir: root,
	testTimeout: 600_000,
	// In a sandbox every use of a global is a slow look-up: without these the proofs take twice as long.
	sandboxInjectedGlobals: [
		'Array',
		'Error',
		'JSON',
		'Map',
		'Object',
		'Promise',
		'Set',
		'String',
		'URL',
	],
};
const { status } = spawnSync(
	process.execPath,
	[
		join(root, 'node_modules/jest/bin/jest.js'),
		`--config=${JSON.stringify(settings)}`,
		'--forceExit',
		'--verbose',
		...files,
	],
	{ cwd: root, stdio: 'inherit', env: { ...process.env, PROOFS: 'full' } },
);
process.exitCode = status ?? 1;
