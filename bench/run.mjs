// All benchmarks, one after the other: each prints one line of JSON. `npm run bench -- notice` runs one.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const benchmarks = readdirSync(folder)
	.filter((file) => /\.(ts|mjs)$/.test(file) && file !== 'run.mjs' && !file.startsWith('_'))
	.map((file) => ({ file, name: file.replace(/\.\w+$/, '') }))
	.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
	.sort((a, b) => a.name.localeCompare(b.name));

if (benchmarks.length === 0) {
	console.error(`There is no benchmark ${wanted.join(', ')}.`);
	process.exitCode = 1;
}
for (const { file, name } of benchmarks) {
	const { status } = spawnSync(process.execPath, ['--import', 'tsx', folder + file], {
		cwd: new URL('..', import.meta.url),
		stdio: 'inherit',
	});
	if (status !== 0) {
		console.error(`Benchmark ${name} missed its goal or failed.`);
		process.exitCode = 1;
	}
}
