// CPU of the n8n process for one refused call: our trigger beside n8n's own Webhook node with its Basic
// authentication, in one n8n, in turns. Both get the same bytes with a wrong password.
import { createRealHost } from '../demo/realHost.mjs';
import { checkTools, install, openN8n, pack, prepare } from '../demo/stage.mjs';
import { addressFor, send } from '../test/e2e/rawHttp.mjs';
import { basic, workflowOf } from '../test/e2e/triggers.mjs';
import { cpuOf, median, round } from './_cpu.mjs';

const rounds = 10;
/** Of the CPU of the Webhook node, by the setting of n8n's expression engine. */
const goals = { lazy: 1, asShipped: 1.2 };
const callsPerRound = { lazy: 120, asShipped: 30 };
const warmUp = 30;

const user = 'identity-authentication';
const password = 'bench-caller-4711';
const systemId = 'bench-refusals';
const path = `/webhook/${systemId}/ipsproxy/service/api/v1/systems/${systemId}/entities/user`;
const contestants = {
	trigger: path,
	webhook: '/webhook/bench-webhook',
};

const stage = await prepare({ total: 11 });
await checkTools(stage);
await install(stage);
const tarball = await pack(stage);

function webhookOf(credential) {
	return {
		name: 'Webhook',
		nodes: [
			{
				id: 'webhook',
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2.1,
				position: [0, 0],
				webhookId: 'bench-webhook',
				parameters: {
					httpMethod: 'POST',
					path: 'bench-webhook',
					authentication: 'basicAuth',
					responseMode: 'onReceived',
					options: {},
				},
				credentials: { httpBasicAuth: { name: credential.name } },
			},
		],
		connections: {},
		settings: { executionOrder: 'v1' },
	};
}

async function publish(n8n) {
	const host = createRealHost(n8n);
	const ours = {
		type: 'realTimeEndpointApi',
		name: 'Caller',
		data: { authentication: ['basic'], user, password },
	};
	const core = { type: 'httpBasicAuth', name: 'Caller of the webhook', data: { user, password } };
	await host.publish(
		workflowOf({
			key: 'refusals',
			typeName: 'sapIdentityAuthenticationTrigger',
			typeVersion: 2,
			systemId,
			options: { slowAfterPerMinute: 0, rejectAfterPerMinute: 0 },
			credential: ours,
		}),
		[ours],
	);
	await host.publish(webhookOf(core), [core]);
}

let callers = 0;

async function refuse(url, path) {
	callers += 1;
	const answer = await send(url, {
		path,
		headers: { 'content-type': 'application/json', authorization: basic(user, 'a wrong password') },
		body: '{"id":"7b1d3c52-0a44-4f0e-9d0c-2f1f6a9be001"}',
		// Another address each time, or guessing would be answered with 429.
		from: addressFor(callers),
	});
	if (answer.status !== 401) throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
}

async function measure(setting, env) {
	const n8n = await openN8n(stage, tarball, env);
	await publish(n8n);
	const cpuMs = { trigger: [], webhook: [] };

	async function play(name, calls) {
		const before = cpuOf(n8n.pid);
		for (let count = 0; count < calls; count += 1) await refuse(n8n.url, contestants[name]);
		return (cpuOf(n8n.pid) - before) / calls;
	}

	await stage.steps.take('measure', setting, async () => {
		for (const name of Object.keys(cpuMs)) await play(name, warmUp);
		for (let count = 0; count < rounds; count += 1) {
			for (const [name, list] of Object.entries(cpuMs)) {
				list.push(await play(name, callsPerRound[setting]));
			}
		}
	});
	await n8n.stop();

	const [trigger, webhook] = [median(cpuMs.trigger), median(cpuMs.webhook)];
	const ofWebhook = round(trigger / webhook);
	return {
		triggerMs: round(trigger),
		webhookMs: round(webhook),
		ofWebhook,
		goal: goals[setting],
		reached: ofWebhook <= goals[setting],
	};
}

const refusals = {
	lazy: await measure('lazy'),
	asShipped: await measure('asShipped', { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: undefined }),
};
const reached = Object.values(refusals).every((result) => result.reached);
console.log(JSON.stringify({ benchmark: 'endpoint', reached, rounds, callsPerRound, refusals }));
process.exitCode = reached ? 0 : 1;
