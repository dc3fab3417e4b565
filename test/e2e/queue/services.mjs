// PostgreSQL and Redis of this run: own processes, own ports, own folders. The system's own services, if
// there are any, are left alone.
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'node:net';
import { end, run, start } from '../../../demo/children.mjs';
import { missingTools } from '../../../demo/installation.mjs';
import { freePort, until } from '../../../demo/n8n.mjs';

const host = '127.0.0.1';
const versions = '/usr/lib/postgresql';
const isRoot = process.getuid?.() === 0;

function postgresFolder() {
	const found = existsSync(versions) ? readdirSync(versions) : [];
	const [newest] = found.sort((a, b) => Number(b) - Number(a));
	return newest && join(versions, newest, 'bin');
}

async function missingPackages() {
	const { missing } = await missingTools(['redis-server']);
	return [
		...(existsSync(join(postgresFolder() ?? '', 'initdb')) ? [] : ['postgresql']),
		...(missing.length > 0 ? ['redis-server'] : []),
	];
}

/** @throws Error that names what to install, when it cannot do so itself */
export async function installServices({ log, say }) {
	const missing = await missingPackages();
	if (missing.length === 0) return;
	const order = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
	const { missing: noApt } = await missingTools(['apt-get']);
	if (!isRoot || noApt.length > 0) {
		throw new Error(
			`Queue mode needs ${missing.join(' and ')}. On Debian or Ubuntu:\n  sudo ${order}`,
		);
	}
	say(order);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const [command, ...args] = order.split(' ');
	await run(command, ['update'], { log, env });
	await run(command, args, { log, env });
}

const listens = (port) =>
	new Promise((resolve) => {
		const socket = createConnection({ host, port });
		socket.once('connect', () => socket.end(() => resolve(true)));
		socket.once('error', () => resolve(false));
	});

/** PostgreSQL refuses to run as root: root becomes `postgres`, everybody else stays who they are. */
async function withoutRoot(folder, log) {
	if (!isRoot) return (command, args) => [command, args];
	const id = async (flag) => Number(await run('id', [flag, 'postgres'], { log }));
	chownSync(folder, await id('-u'), await id('-g'));
	return (command, args) => ['runuser', ['-u', 'postgres', '--', command, ...args]];
}

/** @returns {Promise<{ port: number, query(sql: string): Promise<string>, stop(): Promise<void> }>} */
export async function startPostgres({ log }) {
	// Not below the folder of the run, which only its owner may enter.
	const folder = mkdtempSync(join(tmpdir(), 'n8n-queue-postgres-'));
	const as = await withoutRoot(folder, log);
	const bin = postgresFolder();
	const options = { log, cwd: folder };
	const data = join(folder, 'data');
	await run(
		...as(join(bin, 'initdb'), ['-D', data, '-U', 'n8n', '--auth=trust', '-E', 'UTF8', '-N']),
		options,
	);
	const port = await freePort();
	// Of a database that lives for minutes nothing has to survive a power failure.
	const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
	const child = start(
		...as(join(bin, 'postgres'), [
			...['-D', data, '-h', host, '-p', String(port), '-k', folder],
			...settings.flatMap((setting) => ['-c', setting]),
		]),
		options,
	);
	await until(() => listens(port), { seconds: 30, what: 'PostgreSQL' });
	const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
	process.once('exit', remove);
	return {
		port,
		query: (sql) =>
			run(
				join(bin, 'psql'),
				['-h', host, '-p', String(port), '-U', 'n8n', '-d', 'postgres', '-At', '-c', sql],
				options,
			),
		stop: () => end(child),
	};
}

export async function startRedis({ folder, log }) {
	const port = await freePort();
	const data = join(folder, 'redis');
	mkdirSync(data);
	const child = start(
		'redis-server',
		[
			...['--port', String(port), '--bind', host, '--dir', data],
			...['--save', '', '--appendonly', 'no'],
		],
		{ log, cwd: data },
	);
	await until(() => listens(port), { seconds: 30, what: 'Redis' });
	// Keys of the queue library of n8n.
	const count = `local n = redis.call('zcard', 'bull:jobs:delayed')
		for _, list in ipairs({'wait', 'active', 'paused'}) do n = n + redis.call('llen', 'bull:jobs:' .. list) end
		return n`;
	return {
		port,
		/** Jobs of n8n that wait or run. */
		async unfinishedJobs() {
			const args = ['-h', host, '-p', String(port), 'eval', count, '0'];
			return Number(await run('redis-cli', args, { log, cwd: data }));
		},
		stop: () => end(child),
	};
}
