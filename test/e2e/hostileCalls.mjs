import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { platformAnswers } from './platformAnswers.mjs';
import { addressFor, headOf, send, sendBytes, textOf } from './rawHttp.mjs';
import { basic } from './triggers.mjs';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** Calls as the endpoint itself is tested with, once more through n8n: with codes instead of answers. */
function fromUnitTests(refusals, exceptions) {
	return read('../endpoint/hostile.json').map(
		({ name, path, contentType, body, hex, code, method }) => ({
			name: `endpoint, ${name}`,
			method,
			path: `/${path}`,
			type: contentType ?? null,
			...(hex === undefined ? { body } : { bytes: hex }),
			...(({ status, scimType }) => ({ status, scimType }))(refusals[code]),
			...exceptions[name],
		}),
	);
}

/**
 * What must not start anything, in every trigger. `at` tells in what a trigger differs, `only` which ones
 * a row is for; `by` marks an answer that n8n or Node gives before our code, and names it in the list of
 * those (platformAnswers.mjs). All others are SCIM errors of ours, or SOAP faults.
 */
function casesOf(refusals, bait) {
	const files = readdirSync(new URL('.', import.meta.url)).filter((file) =>
		/^hostile.*\.json$/.test(file),
	);
	const exceptions = read('unitTestsAtN8n.json');
	const all = [...files.flatMap((file) => read(file)), ...fromUnitTests(refusals, exceptions)];
	// In the files the address is one that nobody listens at.
	return JSON.parse(JSON.stringify(all).replaceAll('127.0.0.1:9/', `${bait.host}/`));
}

const changes = {
	upper: (text) => text.toUpperCase(),
	cut: (text) => text.slice(0, -1),
	blank: (text) => `${text} `,
	twice: (text) => text + text,
};
const asItIs = (text) => text;

/** The credentials of a row: a text, none, several, or the right ones with something wrong about them. */
function authorizationOf(as, { user, password, caller }) {
	if (Array.isArray(as)) return as.map((one) => authorizationOf(one, { user, password, caller }));
	if (as?.right) return (as.before ?? '') + caller + (as.after ?? '');
	if (as?.exchanged) return basic(password, user);
	if (as?.user ?? as?.password) {
		const changeUser = changes[as.user] ?? asItIs;
		const changePassword = changes[as.password] ?? asItIs;
		return basic(changeUser(user), changePassword(password));
	}
	return as;
}

function fill(value, { caller, path }, host) {
	if (typeof value !== 'string') return value;
	const values = { caller, path: `${path}/entities/user`, host };
	return value.replace(/\{(caller|path|host)\}/g, (_all, name) => values[name]);
}

function callOf({ as, path = '/user', replace, type, headers = {}, ...row }, trigger, host) {
	const authorization = as === undefined ? trigger.caller : authorizationOf(as, trigger);
	const url = `${trigger.path}/entities${path}`;
	const filled = Object.entries(headers).map(([name, value]) => [name, fill(value, trigger, host)]);
	return {
		...row,
		path: replace ? url.replace(...replace) : url,
		headers: {
			'content-type': type === undefined ? 'application/scim+json' : type,
			authorization,
			...Object.fromEntries(filled),
		},
	};
}

function play(origin, row, trigger, from) {
	const { host } = new URL(origin);
	if (row.raw === undefined) return send(origin, { ...callOf(row, trigger, host), from });
	const bytes = Buffer.from(fill(textOf(row.raw), trigger, host), 'utf8');
	return sendBytes(origin, bytes, Buffer.alloc(0), { from, patience: 5_000 });
}

/** That an answer is one of ours, and tells nothing but its refusal. */
function assertOurs(answer, { status, scimType }) {
	if (status < 400) return;
	const challenges = /^www-authenticate: /im.test(answer.headers);
	assert.equal(challenges, status === 401, answer.headers);
	assert.equal(/^retry-after: \d+/im.test(answer.headers), status === 429 || status === 503);
	if (/^content-type: text\/xml/im.test(answer.headers)) {
		assert.match(answer.body, /<S:Fault><faultcode>S:Client<\/faultcode>/);
		return;
	}
	assert.match(answer.headers, /^content-type: application\/scim\+json; charset=utf-8/im);
	const error = JSON.parse(answer.body);
	assert.equal(error.status, String(status));
	assert.equal(error.scimType, scimType ?? undefined);
}

export function describeHostileCalls({ n8n, triggers, refusals, bait }) {
	const { url } = n8n;
	let callers = 0;

	async function assertRefused(row, trigger) {
		callers += 1;
		const answer = await play(url, row, trigger, addressFor(callers));
		const expected = { ...row, ...row.at?.[trigger.key] };
		const where = `${trigger.key}: ${answer.headers}\n${answer.body.slice(0, 300)}`;
		assert.equal(answer.status, expected.status, where);
		for (const secret of trigger.secrets) assert.ok(!answer.body.includes(secret), where);
		if (!expected.by) return assertOurs(answer, expected);
		const known = platformAnswers.filter(({ by }) => by === expected.by);
		assert.ok(
			known.some(({ fits }) => fits(answer)),
			where,
		);
	}

	describe('hostile calls', () => {
		for (const row of casesOf(refusals, bait)) {
			test(`${row.name}: ${row.status}`, async () => {
				const concerned = triggers.filter(({ key }) => row.only?.includes(key) ?? true);
				await Promise.all(concerned.map((trigger) => assertRefused(row, trigger)));
			});
		}

		test('B18: the credential of another trigger opens none', async () => {
			for (const trigger of triggers) {
				for (const other of triggers.filter(({ key }) => key !== trigger.key)) {
					const row = { as: other.caller, body: '{"id":"u1"}', status: 401 };
					await assertRefused(row, trigger);
				}
			}
		});

		test('guessing ends with 429, and the right password still comes in', async () => {
			const [trigger] = triggers;
			const from = addressFor(65_000);
			const look = (authorization) => {
				const path = `${trigger.path}/entities/user`;
				return send(url, { method: 'GET', path, headers: { authorization }, from });
			};
			let last = {};
			for (let count = 0; count < 25; count += 1) last = await look(basic('caller', 'guess'));
			assert.equal(last.status, 429);
			assertOurs(last, { status: 429 });
			assert.equal((await look(trigger.caller)).status, 200);
		});

		test('A4: 200 bodies that come too slowly are given up, while others are answered', async () => {
			const crowd = triggers.flatMap((one) =>
				Array.from({ length: one.key === 'successFactors' ? 5 : 65 }, () => one),
			);
			const slow = crowd.map(({ path, caller: authorization }) =>
				send(url, {
					path: `${path}/entities/user`,
					headers: {
						'content-type': 'application/scim+json',
						'content-length': 100,
						authorization,
					},
					body: '{"id":',
				}),
			);
			for (const { path, caller: authorization } of triggers) {
				const call = { method: 'GET', path: `${path}/entities/user`, headers: { authorization } };
				assert.equal((await send(url, call)).status, 200);
			}
			for (const answer of await Promise.all(slow)) {
				assert.equal(answer.status, 408);
				assertOurs(answer, { status: 408 });
			}
		});

		test('A5: 1,000 callers that hang up in the middle, every other one with a reset', async () => {
			const hangUp = ({ path, caller: authorization }, resets) => {
				const headers = { 'content-type': 'application/scim+json', authorization };
				const call = { path: `${path}/entities/user`, headers };
				const head = headOf(url, call, { 'content-length': 100 });
				return sendBytes(url, head, Buffer.from('{"id":'), { patience: 20, resets });
			};
			// SuccessFactors costs n8n ten times as much; and whoever honestly asks in between is answered.
			const [first] = triggers;
			const quick = triggers.filter(({ key }) => key !== 'successFactors');
			const slow = triggers.find(({ key }) => key === 'successFactors');
			const others = Array.from({ length: 19 }, (_, at) => quick[at % quick.length]);
			for (let round = 0; round < 50; round += 1) {
				const crowd = [slow, ...others];
				const answers = await Promise.all(crowd.map((one, at) => hangUp(one, at % 2 === 0)));
				for (const { status } of answers) assert.equal(status, undefined);
				const { path, caller: authorization } = first;
				const look = { method: 'GET', path: `${path}/entities/user`, headers: { authorization } };
				assert.equal((await send(url, look)).status, 200);
			}
		});

		test('decision 22: cut XML may stop the parser of n8n, and SuccessFactors does not need it', async () => {
			const xml = (trigger, body) => {
				const { caller: authorization, path } = trigger;
				const headers = { 'content-type': 'text/xml', authorization };
				const call = { path: `${path}/entities/user`, headers };
				const head = headOf(url, call, { 'content-length': body.length });
				return sendBytes(url, head, Buffer.from(body), { patience: 2_000 });
			};
			const [first] = triggers;
			const reader = triggers.find(({ key }) => key === 'successFactors');
			await xml(first, '<a><b>');
			// The last of the answers of n8n that we cannot change: none at all, until its parser is free.
			assert.ok([undefined, 415, 422].includes((await xml(first, '<a/>')).status));
			assert.equal((await xml(reader, '<a><b>')).status, 400);
			assert.equal((await xml(reader, '<a/>')).status, 400);
		});

		test('SSRF: no address in any of them was opened', () => assert.equal(bait.opened(), 0));

		for (const { key, executions } of triggers) {
			test(`${key}: nothing has started`, async () => assert.equal(await executions(), 0));
		}
	});
}
