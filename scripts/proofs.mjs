// The proofs of src/sync in their full length: `npm run jest` runs the same tests with small counts.
// Usage: node scripts/proofs.mjs [name of a test file ...]
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const PROOFS = ['lossless', 'losses', 'interleavings', 'races', 'crash', 'absence', 'lostMembers'];
const wanted = process.argv.slice(2);
const files = (wanted.length > 0 ? wanted : PROOFS).map((name) => `test/sync/${name}.test.ts`);

const { status } = spawnSync(
	process.execPath,
	[
		join(root, 'node_modules/jest/bin/jest.js'),
		'--forceExit',
		'--verbose',
		'--testTimeout=600000',
		...files,
	],
	{ cwd: root, stdio: 'inherit', env: { ...process.env, PROOFS: 'full' } },
);
process.exitCode = status ?? 1;
