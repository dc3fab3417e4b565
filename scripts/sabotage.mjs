// Proof that the tests prove something: applies one deliberate bug after the other to a copy of the
// project, and expects at least one test to turn red each time. Usage: node scripts/sabotage.mjs [name ...]
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bugs = JSON.parse(readFileSync(join(root, 'test/sabotage/bugs.json'), 'utf8'));
const wanted = process.argv.slice(2);
const chosen = bugs.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

const copy = mkdtempSync(join(tmpdir(), 'sabotage-'));
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
const tracked = execFileSync(
	'git',
	['ls-files', 'src', 'nodes', 'credentials', 'test', '*.json', '*.mjs', '*.ts'],
	{ cwd: root },
)
	.toString()
	.split('\n')
	.filter(Boolean);
for (const file of new Set(tracked))
	cpSync(join(root, file), join(copy, file), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

const survivors = [];
for (const { name, file, find, replace, tests } of chosen) {
	const path = join(copy, file);
	const honest = readFileSync(path, 'utf8');
	if (honest.split(find).length !== 2) {
		survivors.push(name);
		process.stdout.write(`?  ${name}: its place in ${file} is not found once\n`);
		continue;
	}
	writeFileSync(
		path,
		honest.replace(find, () => replace),
	);
	const run = spawnSync(
		process.execPath,
		[join(root, 'node_modules/jest/bin/jest.js'), '--bail', '--forceExit', '--silent', ...tests],
		{ cwd: copy, encoding: 'utf8', env: { ...process.env, PROOFS: 'usual' }, timeout: 300_000 },
	);
	writeFileSync(path, honest);
	const isRed = run.status !== 0 && /●/.test(run.stderr);
	if (!isRed) survivors.push(name);
	const first = /● (.*)/.exec(run.stderr)?.[1] ?? '';
	process.stdout.write(`${isRed ? 'ok' : '!!'} ${name}${isRed ? `: ${first}` : ' survived'}\n`);
}
process.stdout.write(`${chosen.length - survivors.length} of ${chosen.length} bugs were caught\n`);
process.exitCode = survivors.length === 0 ? 0 : 1;
