// What the demo needs beside this repository: a Node that n8n accepts, and n8n itself. Both come from
// the npm registry into a cache folder; a marker file, written last, tells a finished part from a half one.
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { npm, run } from './children.mjs';

export const n8nVersion = '2.41.1';
/** The only native module n8n cannot start without; n8n pins it. */
const sqliteVersion = '5.1.7';
/** isolated-vm, which n8n needs too, ships binaries for exactly this one. */
const nodeMajor = 24;

const quiet = [
	'--ignore-scripts',
	'--legacy-peer-deps',
	'--engine-strict=false',
	'--no-audit',
	'--no-fund',
];

export const defaultCache = () =>
	join(
		process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
		'n8n-realtime-provisioning',
		`n8n-${n8nVersion}`,
	);

/** Makes `folder` unless its marker says that this was finished before. */
export async function once(folder, make) {
	const marker = join(folder, '.complete');
	if (existsSync(marker)) return false;
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
	await make();
	await writeFile(marker, '');
	return true;
}

function thisNode() {
	const home = dirname(dirname(process.execPath));
	const fits = Number(process.versions.node.split('.')[0]) === nodeMajor;
	return fits && existsSync(join(home, 'include', 'node', 'node.h'))
		? { binary: process.execPath, home }
		: undefined;
}

/** A Node 24 with its headers: this one, or the one that npm holds as a package. */
export async function installNode({ cache, log, say }) {
	const present = thisNode();
	if (present) {
		say(`${process.version}, the one that runs this`);
		return present;
	}
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const home = join(cache, 'node');
	const binary = join(home, ...(platform === 'win' ? ['bin', 'node.exe'] : ['bin', 'node']));
	await once(home, async () => {
		await npm(
			['pack', `node-${platform}-${process.arch}@${nodeMajor}`, '--pack-destination', home],
			{
				cwd: home,
				log,
			},
		);
		const archive = (await readdir(home)).find((name) => name.endsWith('.tgz'));
		await run('tar', ['-xzf', archive, '--strip-components=1'], { cwd: home, log });
		await rm(join(home, archive));
	});
	const version = (await run(binary, ['-v'], { log })).trim();
	if (!version.startsWith(`v${nodeMajor}.`)) {
		throw new Error(`${binary} answers ${version}, but n8n ${n8nVersion} needs Node ${nodeMajor}.`);
	}
	say(`${version} from npm`);
	return { binary, home };
}

const sqliteBinary = join('build', 'Release', 'node_sqlite3.node');

/** Compiles sqlite3 in a folder of its own, so that it needs not wait for n8n's 2,000 packages. */
async function buildSqlite({ cache, node, log }) {
	const folder = join(cache, 'sqlite3');
	const source = join(folder, 'node_modules', 'sqlite3');
	await once(folder, async () => {
		await npm(['install', `sqlite3@${sqliteVersion}`, ...quiet], { cwd: folder, log });
		// Called directly: the package's own script first tries a download from outside npm, and would
		// not run at all where scripts are switched off.
		const gyp =
			process.env['npm_config_node_gyp'] ??
			join(folder, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
		await run(node.binary, [gyp, 'rebuild', `--nodedir=${node.home}`], {
			cwd: source,
			log,
			env: {
				...process.env,
				npm_config_nodedir: node.home,
				PATH: dirname(node.binary) + delimiter + process.env['PATH'],
			},
		});
	});
	return join(source, sqliteBinary);
}

async function countPackages(folder) {
	const names = await readdir(join(folder, 'node_modules')).catch(() => []);
	return names.length;
}

/** n8n, ready to start with `node`. */
export async function installN8n({ cache, node, log, say }) {
	const folder = join(cache, 'n8n');
	const fresh = await once(folder, async () => {
		say(`${n8nVersion}, 2.4 GB once: npm install beside the sqlite3 build`);
		const watch = setInterval(async () => {
			const count = await countPackages(folder);
			if (count > 0) say(`${n8nVersion}, 2.4 GB once: ${count} packages unpacked`);
		}, 2_000);
		watch.unref();
		try {
			const [binary] = await Promise.all([
				buildSqlite({ cache, node, log }),
				npm(['install', `n8n@${n8nVersion}`, ...quiet], { cwd: folder, log }),
			]);
			const sqlite = join(folder, 'node_modules', 'sqlite3');
			const { version } = JSON.parse(await readFile(join(sqlite, 'package.json'), 'utf8'));
			if (version !== sqliteVersion) {
				throw new Error(`n8n ${n8nVersion} wants sqlite3 ${version}, built was ${sqliteVersion}.`);
			}
			await mkdir(dirname(join(sqlite, sqliteBinary)), { recursive: true });
			await cp(binary, join(sqlite, sqliteBinary));
		} finally {
			clearInterval(watch);
		}
	});
	say(`${n8nVersion} ${fresh ? 'installed' : 'is there'}`);
	return join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
}

export const isN8nInstalled = (cache) => existsSync(join(cache, 'n8n', '.complete'));

const apt = { cc: 'build-essential', make: 'build-essential', python3: 'python3', tar: 'tar' };

/** Names of the programs that are missing, and how Debian calls them. */
export async function missingTools(names) {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	const found = async (name) =>
		(
			await Promise.all(folders.map((folder) => stat(join(folder, name)).catch(() => undefined)))
		).some((entry) => entry?.isFile());
	const present = await Promise.all(names.map(found));
	const missing = names.filter((_, index) => !present[index]);
	return { missing, packages: [...new Set(missing.map((name) => apt[name]))] };
}
