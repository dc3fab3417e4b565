/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, no-console -- a benchmark; not shipped */
// Memory while 20,000 users are read page by page, and what n8n holds of them when Provisioning Source has put
// them out. The server is a process of its own.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import axios from 'axios';
import { axiosHttp } from '../src/http';
import { connect } from '../src/protocols';
import { identityAuthentication } from '../src/systems/identity-authentication/system';
import { run } from '../test/nodes/provisioningSourceBed';
import { startManyUsers } from '../test/support/manyUsers';

const USERS = 20_000;
const PAGES_TO_WARM_UP = 20;
/** What the ids that were seen may take, and the noise of the measurement. */
const ALLOWED_GROWTH_MB = 8;
const tsx = ['--import', 'tsx', __filename];

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 10.24) / 100;

function liveHeap(): number {
	const collect = (globalThis as { gc?: () => void }).gc;
	if (!collect) throw new Error('The garbage collector cannot be called.');
	collect();
	return process.memoryUsage().heapUsed;
}

async function serve(): Promise<void> {
	const server = await startManyUsers(USERS);
	console.log(server.url);
}

/** What the items take that n8n keeps until the execution ends. */
async function holdItems(url: string) {
	const before = liveHeap();
	const parameters = { operation: 'getMany', returnAll: true };
	const result = await run({ url }, { system: 'identity-authentication', ...parameters });
	const items = result.items('Source').length;
	return { items, heldMb: megabytes(liveHeap() - before), error: result.error };
}

async function measure(url: string): Promise<void> {
	const client = axios.create({ baseURL: url });
	let requests = 0;
	client.interceptors.request.use((request) => {
		requests += 1;
		return request;
	});
	const directory = connect(identityAuthentication, { http: axiosHttp(client) });
	const heaps: number[] = [];
	let pages = 0;
	let users = 0;
	let twice = 0;
	// The server counts its ids up: who is not behind the last one was there before.
	let last = '';
	const started = performance.now();
	for await (const { entities } of directory.list('user')) {
		users += entities.length;
		for (const { id } of entities) {
			if (id <= last) twice += 1;
			last = id;
		}
		pages += 1;
		if (pages % PAGES_TO_WARM_UP === 0) heaps.push(liveHeap());
	}
	const milliseconds = Math.round(performance.now() - started);
	const growth = megabytes((heaps.at(-1) ?? 0) - (heaps[0] ?? 0));
	const node = await holdItems(url);
	console.log(
		JSON.stringify({
			benchmark: 'list',
			users,
			pages,
			requests,
			twice,
			milliseconds,
			heapMb: heaps.map(megabytes),
			growthMb: growth,
			allowedGrowthMb: ALLOWED_GROWTH_MB,
			node,
		}),
	);
	const isRight = users === USERS && requests === pages && twice === 0 && node.items === USERS;
	if (!isRight || growth > ALLOWED_GROWTH_MB) process.exitCode = 1;
}

async function play(): Promise<void> {
	const server = spawn(process.execPath, [...tsx, 'serve'], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const [url] = await once(server.stdout, 'data');
	const args = ['--expose-gc', ...tsx, 'measure', String(url).trim()];
	const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
	server.kill();
	process.exitCode = status ?? 1;
}

const [, , role, url = ''] = process.argv;
void (role === 'serve' ? serve() : role === 'measure' ? measure(url) : play());
