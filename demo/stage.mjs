// Everything from a fresh clone to a running n8n with this package in it. The demo, the end-to-end
// tests, the benchmark of a notice and the screenshots all begin here.
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWithThisProcess } from './children.mjs';
import {
	defaultCache,
	installN8n,
	installNode,
	isN8nInstalled,
	missingTools,
	n8nVersion,
} from './installation.mjs';
import { installPackage, owner, signIn, startN8n } from './n8n.mjs';
import { installPackages, packPackage, readManifest, root } from './package.mjs';
import { createSteps } from './steps.mjs';

/** Where this run keeps what it needs; the folder goes when the process ends. */
export async function prepare({ cache = defaultCache(), total = 6 } = {}) {
	await mkdir(cache, { recursive: true });
	const folder = mkdtempSync(join(tmpdir(), 'n8n-realtime-provisioning-'));
	endWithThisProcess();
	// Registered second: the folder outlives those who write into it.
	process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
	const logFile = join(cache, 'demo.log');
	const log = createWriteStream(logFile);
	return { cache, folder, log, logFile, steps: createSteps(total) };
}

/** @throws Error that names what to install, when something is missing on this machine */
export function checkTools({ cache, steps }, { compiler = !isN8nInstalled(cache) } = {}) {
	const names = compiler ? ['tar', 'cc', 'make', 'python3'] : ['tar'];
	return steps.take(
		'tools',
		['node ' + process.versions.node, 'npm', ...names].join(', '),
		async () => {
			const { missing, packages } = await missingTools(names);
			if (missing.length === 0) return;
			throw new Error(
				`Not found here: ${missing.join(', ')} (to compile sqlite3 for n8n). On Debian or Ubuntu:\n` +
					`  sudo apt-get install -y ${packages.join(' ')}\n` +
					'Without a compiler the story plays in the embedded engine: npm run demo -- --quick',
			);
		},
	);
}

/** A module in TypeScript, named by its path in the repository. */
export async function load(path) {
	const { require } = await import('tsx/cjs/api');
	return require(join(root, path), import.meta.url);
}

/** The packages of this repository; nothing in TypeScript can be loaded before. */
export function install({ log, steps }) {
	return steps.take('packages', 'are there', (say) => installPackages({ log, say }));
}

/** The tarball as its users would get it from npm. */
export function pack({ log, steps }) {
	return steps.take('package', 'tarball is up to date', (say) => packPackage({ log, say }));
}

/** The host of the story inside this process; needs no n8n. */
export async function openEmbedded({ folder }) {
	// n8n-core writes its configuration there at the first execution.
	process.env['N8N_USER_FOLDER'] = mkdtempSync(join(folder, 'embedded-'));
	process.env['N8N_ENCRYPTION_KEY'] = 'demo-encryption-key';
	process.env['N8N_LOG_LEVEL'] = 'silent';
	const { openEmbeddedHost } = await load('demo/embedded.ts');
	return openEmbeddedHost(await readManifest(), load);
}

/** A new n8n that runs until it is stopped, and a session of its owner. */
export async function openN8n({ cache, folder, log, steps }, tarball, env = {}) {
	const node = await steps.take('Node 24', 'npm pack', (say) => installNode({ cache, log, say }));
	const n8n = await steps.take('n8n', n8nVersion, (say) => installN8n({ cache, node, log, say }));
	return steps.take('start', 'package from the tarball, first start', async (say) => {
		// Its own: another key in a folder that was used before, and n8n does not start.
		const userFolder = mkdtempSync(join(folder, 'n8n-'));
		await installPackage({ userFolder, tarball, log });
		const server = await startN8n({ node, n8n, userFolder, log, env });
		const session = await signIn(server.url);
		say(`n8n on ${server.url}`);
		return { ...server, session, owner, userFolder, title: `n8n ${n8nVersion}` };
	});
}
