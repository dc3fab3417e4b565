/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a loopback server for tests; not shipped */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Clock } from '../../src/model/ports';
import { realClock } from './clock';
import { createFaultScript, parseAction, type Fault, type FaultScript } from './faults';
import { createLedger, type Ledger } from './ledger';
import { headersOf, listenOnLoopback, readText, writeAnswer } from './loopback';
import type { Answer, Call, Loopback } from './loopback';
import { errorAnswer } from './scimError';

/** What the script asks of a server with a store. */
export interface Quirks {
	readonly ignore?: boolean;
	readonly nonUnique?: boolean;
	readonly stale?: number;
}

export interface FaultyServer<Action extends string> extends Loopback {
	readonly ledger: Ledger;
	/** Replaces the fault script. */
	setFaults(...faults: readonly Fault<Action>[]): void;
}

const html = (status: number, title: string): Answer => ({
	status,
	headers: { 'content-type': 'text/html; charset=utf-8' },
	body: `<!doctype html><html><head><title>${title}</title></head><body>${title}</body></html>`,
});

const withHeaders = (answer: Answer, headers: Record<string, string>): Answer => ({
	...answer,
	headers: { ...answer.headers, ...headers },
});

const tooMany = (headers: Record<string, string> = {}) =>
	withHeaders(errorAnswer(429, 'Rate limit exceeded.'), headers);

/** Answers that are given instead of carrying the request out. */
const INSTEAD: Record<string, (argument: string, now: number) => Answer> = {
	'429': (seconds) => tooMany({ 'retry-after': seconds }),
	'429date': (_, now) => tooMany({ 'retry-after': new Date(now + 2000).toUTCString() }),
	'429bare': () => tooMany(),
	'500': () => errorAnswer(500, 'Internal error.'),
	'502html': () => html(502, 'Bad Gateway'),
	'503': (seconds) => withHeaders(errorAnswer(503, 'Not available.'), { 'retry-after': seconds }),
	'200html': () => html(200, 'Log On'),
	redirect: (url) => ({ status: 302, headers: { location: url } }),
	html404: () => html(404, 'Not Found'),
	forbid: () => errorAnswer(403, 'Not allowed.'),
	expire: () =>
		withHeaders(errorAnswer(401, 'The token has expired.'), {
			'www-authenticate': 'Bearer error="invalid_token"',
		}),
	status: (code) => errorAnswer(Number(code), `Answer ${code} by script.`),
};

function withoutId(answer: Answer): Answer {
	const body = JSON.parse(answer.body || '{}');
	delete body.id;
	return { ...answer, body: JSON.stringify(body) };
}

/** Answers that are spoilt after the request was carried out. */
const SPOILT: Record<string, (answer: Answer) => Answer> = {
	'200empty': () => ({ status: 200 }),
	noId: withoutId,
	wrongType: (answer) => withHeaders(answer, { 'content-type': 'text/plain' }),
};

const QUIRKS: Record<string, (argument: string) => Quirks> = {
	ignore: () => ({ ignore: true }),
	nonUnique: () => ({ nonUnique: true }),
	stale: (ms) => ({ stale: Number(ms) }),
};

/** Ways to leave the caller without a whole answer. */
const BROKEN: Record<string, (response: ServerResponse, answer?: Answer) => void> = {
	reset: (response) => response.socket?.resetAndDestroy(),
	stall: () => undefined,
	half: (response, answer) => {
		response.writeHead(answer?.status ?? 200, {
			'content-type': 'application/scim+json',
			'content-length': '500',
		});
		const text = (answer?.body ?? '{"schemas":[],"Resources":[').padEnd(120).slice(0, 120);
		response.write(text, () => response.destroy());
	},
};

function isSuccess(answer: Answer): boolean {
	return answer.status >= 200 && answer.status < 300;
}

/** A server that carries out what `apply` says, unless the fault script says otherwise. */
export async function startFaultyServer<Action extends string>(options: {
	apply: (call: Call, quirks: Quirks) => Promise<Answer> | Answer;
	faults?: readonly Fault<Action>[];
	clock?: Clock;
}): Promise<FaultyServer<Action>> {
	const clock = options.clock ?? realClock;
	const ledger = createLedger(clock);
	const script: FaultScript<Action> = createFaultScript(options.faults);

	async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { method = 'GET', url: path = '/' } = request;
		const unread: Call = { method, path, headers: headersOf(request), body: '' };
		const fault = script.choose(method, path);
		const { name, argument } = parseAction(fault ?? '');
		if (name === 'resetBefore') {
			ledger.record(unread, { applied: false, fault });
			BROKEN['reset']?.(response);
			return;
		}
		const call: Call = { ...unread, body: await readText(request) };
		const instead = INSTEAD[name]?.(argument, clock.now());
		if (instead !== undefined) {
			ledger.record(call, { status: instead.status, applied: false, fault });
			writeAnswer(response, instead);
			return;
		}
		const cut = BROKEN[name.replace(/After$/, '')];
		if (cut !== undefined && !name.endsWith('After')) {
			ledger.record(call, { applied: false, fault });
			cut(response);
			return;
		}
		const quirks = QUIRKS[name]?.(argument) ?? {};
		const honest = await options.apply(call, quirks);
		const applied = isSuccess(honest) && !quirks.ignore;
		if (cut !== undefined) {
			ledger.record(call, { applied, fault });
			cut(response, honest);
			return;
		}
		const answer = SPOILT[name]?.(honest) ?? honest;
		ledger.record(call, { status: answer.status, applied, fault });
		writeAnswer(response, answer);
	}

	const server = createServer((request, response) => {
		serve(request, response).catch((error: unknown) => {
			const { method = 'GET', url: path = '/' } = request;
			const fault = `the fake itself: ${String(error)}`;
			ledger.record({ method, path, headers: {}, body: '' }, { applied: false, fault });
			writeAnswer(response, errorAnswer(502, fault));
		});
	});
	const loopback = await listenOnLoopback(server);
	return { ...loopback, ledger, setFaults: (...faults) => script.set(faults) };
}
