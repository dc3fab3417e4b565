/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- a benchmark is not shipped */
// One user through a read and a write transformation, against two JSONata expressions and against
// JSON.parse + JSON.stringify of the same user. Measured is the bundled form, as it ships: the loader that
// runs TypeScript from disk puts a getter in front of every import and doubles the time.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'tsup';

async function main(): Promise<void> {
	const outDir = mkdtempSync(join(tmpdir(), 'bench-transform-'));
	await build({
		config: false,
		entry: { transform: 'bench/_transformRun.ts' },
		format: ['cjs'],
		noExternal: [/./],
		outDir,
		outExtension: () => ({ js: '.cjs' }),
		platform: 'node',
		silent: true,
		target: 'node20',
	});
	const run = ['--expose-gc', join(outDir, 'transform.cjs')];
	process.exitCode = spawnSync(process.execPath, run, { stdio: 'inherit' }).status ?? 1;
}

void main();
