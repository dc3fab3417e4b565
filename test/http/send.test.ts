import { send } from '../../src/http/send';
import { startRun } from '../../src/http/run';
import { ProvisioningError } from '../../src/model/errors';
import type { Http, HttpRequest, HttpResponse } from '../../src/model/ports';
import { createFakeClock } from '../support/clock';

type Step = Partial<HttpResponse> | ProvisioningError;

function scripted(...steps: Step[]) {
	const requests: HttpRequest[] = [];
	const http: Http = {
		async send(request) {
			requests.push(request);
			const step = steps[Math.min(requests.length, steps.length) - 1];
			if (step instanceof ProvisioningError) throw step;
			return { status: 200, headers: {}, body: '', ...step };
		},
	};
	return { http, requests };
}

function broken(code: 'connection.broken' | 'connection.refused') {
	return new ProvisioningError({ code, message: 'no answer', hint: 'wait', retryable: true });
}

function start(http: Http, signal?: AbortSignal) {
	const clock = createFakeClock();
	let sent = 0;
	const run = startRun({ clock, signal, correlationId: 'c-1', onSend: () => sent++ });
	const go = (method: HttpRequest['method']) =>
		send({ http, clock, random: () => 0.5 }, { method, path: '/Users' }, run);
	return { go, clock, sent: () => sent };
}

test('E16: waits as long as it was asked to, then succeeds', async () => {
	const { http, requests } = scripted({ status: 429, headers: { 'retry-after': '2' } }, {});
	const { go, clock, sent } = start(http);
	expect((await go('POST')).status).toBe(200);
	expect(clock.sleeps).toEqual([2250]);
	expect(sent()).toBe(2);
	expect(requests).toHaveLength(2);
});

test('C13: a wait longer than the budget leaves the run, with the time to come back', async () => {
	const { http, requests } = scripted({ status: 429, headers: { 'retry-after': '300' } });
	const { go, clock } = start(http);
	await expect(go('GET')).rejects.toMatchObject({ retryable: true, retryAfter: 301 });
	expect(clock.sleeps).toEqual([]);
	expect(requests).toHaveLength(1);
});

test('E1: a create whose answer is lost is not sent again', async () => {
	const { http, requests } = scripted(broken('connection.broken'));
	await expect(start(http).go('POST')).rejects.toMatchObject({ code: 'connection.broken' });
	expect(requests).toHaveLength(1);
});

test('a create that nobody received is sent again', async () => {
	const { http, requests } = scripted(broken('connection.refused'), { status: 201 });
	expect((await start(http).go('POST')).status).toBe(201);
	expect(requests).toHaveLength(2);
});

test('the last answer is given when no repeat helps', async () => {
	const { http, requests } = scripted({ status: 503 });
	expect((await start(http).go('GET')).status).toBe(503);
	expect(requests).toHaveLength(4);
});

test('C12: an aborted run sends nothing more', async () => {
	const abort = new AbortController();
	abort.abort();
	const { http, requests } = scripted({});
	await expect(start(http, abort.signal).go('GET')).rejects.toMatchObject({
		code: 'connection.cancelled',
	});
	expect(requests).toEqual([]);
});

test('every call carries the correlation id', async () => {
	const { http, requests } = scripted({});
	await start(http).go('GET');
	expect(requests[0]?.headers).toEqual({ 'x-correlation-id': 'c-1' });
});

test('a mistake in the adapter is not taken for a broken connection', async () => {
	const http: Http = { send: () => Promise.reject(new TypeError('bug')) };
	await expect(start(http).go('GET')).rejects.toThrow(TypeError);
});
