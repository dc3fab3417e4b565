// The package as its users get it: packed from a fresh build.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from './children.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

const sources = [
	'index.ts',
	'src',
	'nodes',
	'credentials',
	'package.json',
	'tsconfig.json',
	'tsup.config.ts',
	'README.md',
	'LICENSE',
];

const readJson = async (path) => JSON.parse(await readFile(path, 'utf8'));

/** Whether node_modules holds exactly what the lock file names (optional packages may be missing). */
async function isInstalled() {
	const hidden = join(root, 'node_modules', '.package-lock.json');
	if (!existsSync(hidden)) return false;
	const [wanted, present] = await Promise.all([
		readJson(join(root, 'package-lock.json')),
		readJson(hidden),
	]);
	return Object.entries(wanted.packages).every(
		([path, entry]) =>
			path === '' || entry.optional || present.packages[path]?.version === entry.version,
	);
}

async function newest(path) {
	if (!existsSync(path)) return 0;
	const own = await stat(path);
	if (!own.isDirectory()) return own.mtimeMs;
	const below = await Promise.all((await readdir(path)).map((name) => newest(join(path, name))));
	// A folder is as young as its youngest entry, or as the last time an entry came or went.
	return Math.max(own.mtimeMs, ...below);
}

/** `npm ci`, unless everything is there. */
export async function installPackages({ log, say }) {
	if (await isInstalled()) return;
	say('npm ci');
	await npm(['ci', '--include=dev', '--ignore-scripts', '--legacy-peer-deps'], { cwd: root, log });
}

export const readManifest = () => readJson(join(root, 'package.json'));

/** Builds and packs, unless a tarball is younger than all sources; answers with its path. */
export async function packPackage({ log, say }) {
	const { name, version } = await readManifest();
	const folder = join(root, '.cache', 'package');
	const tarball = join(folder, `${name}-${version}.tgz`);
	const changed = await Promise.all(sources.map((source) => newest(join(root, source))));
	if ((await newest(tarball)) > Math.max(...changed)) return tarball;

	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	say('build');
	await npm(['run', 'build'], { cwd: root, log });
	say('build, npm pack');
	await npm(['pack', '--pack-destination', folder], { cwd: root, log });
	return tarball;
}
