/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a benchmark; not shipped */
// What a sync costs: calls to the target per change, users per second beside a bare axios loop that makes
// the very same calls, and the heap over many notices. One line of JSON; ratios from one interleaved run.
import { Agent, createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import axios from 'axios';
import { axiosHttp, connect, createGuard, sync, systems, type ChangeNotice } from '../index';

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';
const USERS = 300;
const ROUNDS = 7;
const NOTICES = 20_000;
/** Bytes of heap that a notice may leave behind: what is left of the noise of the collector. */
const FLAT = 50;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

interface Account {
	id: string;
	externalId: string;
	userName: string;
	displayName: string;
	active: boolean;
}

/** The least that a SCIM server can do, so that the client is what is measured. */
async function startTarget() {
	const byId = new Map<string, Account>();
	const byOwner = new Map<string, Account>();
	let calls = 0;
	let made = 0;
	const read = async (request: IncomingMessage) => {
		const chunks: Uint8Array[] = [];
		for await (const chunk of request) chunks.push(chunk);
		return JSON.parse(Buffer.concat(chunks).toString() || '{}');
	};
	const server = createServer(async (request, response) => {
		calls++;
		const answer = (status: number, body?: unknown) => {
			response.writeHead(status, { 'content-type': 'application/scim+json' });
			response.end(body === undefined ? undefined : JSON.stringify(body));
		};
		const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
		const id = pathname.split('/')[2] ?? '';
		if (request.method === 'GET') {
			const [, owner = ''] = /externalId eq "([^"]*)"/.exec(searchParams.get('filter') ?? '') ?? [];
			const account = byOwner.get(owner);
			return answer(200, { totalResults: account ? 1 : 0, Resources: account ? [account] : [] });
		}
		if (request.method === 'POST') {
			const account: Account = { ...(await read(request)), id: String(++made) };
			byId.set(account.id, account);
			byOwner.set(account.externalId, account);
			return answer(201, account);
		}
		const account = byId.get(id);
		if (!account) return answer(404, { status: '404' });
		if (request.method === 'DELETE') {
			byId.delete(id);
			byOwner.delete(account.externalId);
			return answer(204);
		}
		const { Operations } = await read(request);
		Object.assign(account, Operations[0].value);
		return answer(200, account);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return {
		url: `http://127.0.0.1:${address.port}`,
		calls: () => calls,
		close: () => server.close(),
	};
}

function noticeOf(entityId: string, kind: ChangeNotice['kind'] = 'changed'): ChangeNotice {
	const receivedAt = '2026-11-25T08:00:00.000Z';
	const names = { system: 'identity-authentication', systemId: 's', correlationId: 'c' };
	return { ...names, entityType: 'user', entityId, idKind: 'other', kind, test: false, receivedAt };
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function main(): Promise<void> {
	const server = await startTarget();
	const instance = axios.create({ baseURL: server.url, httpAgent: new Agent({ keepAlive: true }) });
	const scim = systems.get('scim-system');
	if (!scim) throw new Error('no such system');
	const target = connect(scim, { http: axiosHttp(instance) });
	const guard = createGuard();
	const policy = { deletionBudget: Infinity, changeBudget: Infinity, onDelete: 'delete' } as const;

	/** The default cannot know whether a server refuses a second account of the same name; this one is sure. */
	const certain = scim.target && { ...scim, target: { ...scim.target, uniqueness: true } };
	const sure = connect(certain ?? scim, { http: axiosHttp(instance) });

	async function apply(id: string, displayName: string | undefined, to = target): Promise<string> {
		const entity = displayName
			? { schemas: [SCHEMA], userName: id, displayName, active: true }
			: undefined;
		const notice = noticeOf(id, entity ? 'changed' : 'deleted');
		const { state } = await sync({ notice, entity, target: to, guard, policy });
		return state;
	}

	async function callsOf(
		id: string,
		displayName: string | undefined,
		state: string,
		to = target,
	): Promise<number> {
		const before = server.calls();
		const actual = await apply(id, displayName, to);
		if (actual !== state) throw new Error(`${actual}, not ${state}`);
		return server.calls() - before;
	}

	/** What somebody would write by hand, with the same requests. */
	async function applyByHand(id: string, displayName: string): Promise<void> {
		const headers = { 'content-type': 'application/scim+json' };
		const filter = encodeURIComponent(`externalId eq "${id}" or userName eq "${id}"`);
		const found = await instance.get(`/Users?filter=${filter}`);
		const [account] = found.data.Resources;
		if (account) {
			const Operations = [{ op: 'replace', value: { displayName } }];
			await instance.patch(`/Users/${account.id}`, { Operations }, { headers });
			return;
		}
		const body = { schemas: [SCHEMA], externalId: id, userName: id, displayName, active: true };
		await instance.post('/Users', body, { headers });
		await instance.get(`/Users?filter=${encodeURIComponent(`externalId eq "${id}"`)}`);
	}

	async function time(work: (number: number) => Promise<unknown>): Promise<number> {
		const start = performance.now();
		for (let number = 0; number < USERS; number++) await work(number);
		return performance.now() - start;
	}

	const calls = {
		create: await callsOf('probe', 'a', 'created'),
		createWhereNamesAreUnique: await callsOf('sure', 'a', 'created', sure),
		update: await callsOf('probe', 'b', 'updated'),
		unchanged: await callsOf('probe', 'b', 'alreadyProvisioned'),
		delete: await callsOf('probe', undefined, 'deleted'),
	};

	const ratios: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const ours = async (text: string) => time((number) => apply(`ours-${round}-${number}`, text));
		const hand = async (text: string) =>
			time((number) => applyByHand(`hand-${round}-${number}`, text));
		const first = [await ours('a'), await hand('a')] as const;
		const second = [await ours('b'), await hand('b')] as const;
		if (round > 0) ratios.push((first[1] + second[1]) / (first[0] + second[0]));
	}

	const heap = () => {
		collect();
		return process.memoryUsage().heapUsed;
	};
	for (let number = 0; number < 2_000; number++) await apply('flat', `v${number}`);
	const warm = heap();
	for (let number = 0; number < NOTICES; number++) await apply('flat', `w${number}`);
	const bytesPerNotice = (heap() - warm) / NOTICES;

	const ratio = median(ratios);
	const isMet =
		calls.create <= 3 &&
		calls.createWhereNamesAreUnique === 2 &&
		calls.update === 2 &&
		calls.unchanged === 1 &&
		calls.delete <= 3 &&
		ratio >= 0.8 &&
		bytesPerNotice < FLAT;
	process.stdout.write(
		`${JSON.stringify({
			bench: 'sync',
			calls,
			againstBareAxios: Number(ratio.toFixed(2)),
			bytesPerNotice: Number(bytesPerNotice.toFixed(1)),
			isMet,
		})}\n`,
	);
	server.close();
	process.exitCode = isMet ? 0 : 1;
}

void main();
