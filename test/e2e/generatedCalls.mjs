import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { createMutator, createStranger } from './mutations.mjs';
import { platformAnswers } from './platformAnswers.mjs';
import { addressFor, headOf, send, sendBytes } from './rawHttp.mjs';

const seed = Number(process.env['E2E_SEED'] ?? 20_261_125);
/**
 * How many calls each trigger gets. n8n evaluates an expression for each call of SuccessFactors, which
 * costs ten times as much as all the rest.
 */
const counts = {
	ias: { strangers: 700, acquaintances: 150 },
	directory: { strangers: 600, acquaintances: 150 },
	successFactors: { strangers: 200, acquaintances: 80 },
	learning: { strangers: 600, acquaintances: 150 },
};
/** Calls that are under way at the same time. */
const lanes = 12;

function callsOf({ key, path }, soap) {
	const rows = JSON.parse(
		readFileSync(new URL('../endpoint/accepted.json', import.meta.url), 'utf8'),
	);
	const forms = rows.map(({ method, path: tail, contentType, body = '' }) => ({
		method,
		path: `${path}/entities/${tail}`,
		headers: contentType === undefined ? {} : { 'content-type': contentType },
		body: Buffer.from(body, 'utf8'),
	}));
	const notice = {
		method: 'POST',
		path: `${path}/entities/user`,
		headers: { 'content-type': 'text/xml; charset=utf-8' },
		body: Buffer.from(soap, 'utf8'),
	};
	// n8n's own parser of XML stops for good at a cut document; where it is not asked XML is safe.
	return key === 'successFactors' ? [...forms, notice, notice, notice] : forms;
}

async function inLanes(tasks) {
	const queue = tasks.values();
	const run = async () => {
		for (const task of queue) await task();
	};
	await Promise.all(Array.from({ length: lanes }, run));
}

const isKnown = (answer) => platformAnswers.some(({ fits }) => fits(answer));
const isRefusal = ({ status }) => status >= 400 && status < 500;
/** Both say that an execution is stored. */
const hasStarted = ({ status, body }) =>
	(status === 202 && body.includes('"status":"ACCEPTED"')) ||
	(status === 200 && body.includes('ExternalEventResponse'));
const isLook = ({ status, body }) =>
	status === 200 && (body === '' || body === '{"status":"OK"}' || body.includes('"schemas":['));

export function describeGeneratedCalls({ n8n: { url }, triggers, soapNotice, random }) {
	const secrets = triggers.flatMap((trigger) => trigger.secrets);
	const next = random(seed);
	let callers = 0;
	const from = () => addressFor((callers += 1));

	function show({ method, path, headers, body }, answer) {
		const request = `${method} ${path} ${JSON.stringify(headers)} ${body.toString('latin1').slice(0, 300)}`;
		return `seed ${seed}\n${request}\n${answer.status} ${answer.body.slice(0, 300)}`;
	}

	function assertSilent(call, answer) {
		for (const secret of secrets) assert.ok(!answer.body.includes(secret), show(call, answer));
	}

	describe(`generated calls, seed ${seed}`, () => {
		for (const trigger of triggers) {
			const calls = callsOf(trigger, soapNotice());
			const { strangers, acquaintances } = counts[trigger.key];
			const mutator = createMutator(next, calls, { takesXml: trigger.key === 'successFactors' });
			const authorizationFor = createStranger(mutator, triggers);
			let known = 0;
			before(async () => {
				known = await trigger.executions();
			});

			async function callAsStranger() {
				const call = mutator.mutate(mutator.pick(calls));
				const authorization = authorizationFor(trigger);
				const strange = { ...call, headers: { ...call.headers, authorization } };
				const answer = await send(url, { ...strange, from: from() });
				assert.ok(isRefusal(answer) || isKnown(answer), show(strange, answer));
				assertSilent(strange, answer);
			}

			/** Bytes instead of a call: it may wait for the rest, and then there is no answer. */
			async function sendNoise() {
				const call = mutator.pick(calls);
				const head = headOf(url, call, { 'content-length': call.body.length });
				const bytes = mutator.mutateBytes(Buffer.concat([Buffer.from(head), call.body]));
				const options = { from: from(), patience: 1_000 };
				const answer = await sendBytes(url, bytes, Buffer.alloc(0), options);
				const isFine = answer.status === undefined || isRefusal(answer) || isKnown(answer);
				assert.ok(isFine, show({ ...call, body: bytes }, answer));
			}

			test(`${trigger.key}: ${strangers} calls of strangers start nothing`, async () => {
				const isNoise = (_task, at) => at % 5 === 0;
				const tasks = Array.from({ length: strangers }, (_task, at) =>
					isNoise(_task, at) ? sendNoise : callAsStranger,
				);
				await inLanes(tasks);
				assert.equal(await trigger.executions(), known);
			});

			test(`${trigger.key}: ${acquaintances} spoilt notices: started exactly when taken`, async () => {
				let started = 0;
				async function call() {
					const spoilt = mutator.mutate(mutator.pick(calls));
					const headers = { ...spoilt.headers, authorization: trigger.caller };
					const answer = await send(url, { ...spoilt, headers, from: from() });
					if (hasStarted(answer)) started += 1;
					const isFine =
						hasStarted(answer) || isLook(answer) || isRefusal(answer) || isKnown(answer);
					assert.ok(isFine, show({ ...spoilt, headers }, answer));
					assertSilent(spoilt, answer);
				}
				await inLanes(Array.from({ length: acquaintances }, () => call));
				assert.equal(await trigger.executions(), known + started);
				assert.ok(started > 0, 'every mutation was refused');
			});
		}

		test('each answer that n8n or Node gives in place of ours was given', () => {
			const never = platformAnswers.filter(({ given }) => given() === 0);
			assert.deepEqual(
				never.map(({ what }) => what),
				[],
			);
		});
	});
}
