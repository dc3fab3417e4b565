// CPU of the n8n process for one notice: our two nodes beside the same job from n8n's own nodes, in one
// n8n, in turns, against one SCIM target. Every notice changes two attributes, so every run writes.
import { createRealHost } from '../demo/realHost.mjs';
import { checkTools, install, load, openN8n, pack, prepare } from '../demo/stage.mjs';
import { buildCoreWorkflow } from './_coreWorkflow.mjs';
import { cpuOf, median, round } from './_cpu.mjs';

const rounds = 8;
const noticesPerRound = 25;
const warmUp = 20;
/** Of the CPU of n8n's own nodes, by the setting of n8n's expression engine. */
const goals = { lazy: 0.3, asShipped: 0.95 };

const stage = await prepare({ total: 11 });
await checkTools(stage);
await install(stage);
const tarball = await pack(stage);
const [
	{ createPeople },
	{ startFaultyScim },
	{ startIdentityAuthentication },
	{ callEndpoint },
	{ buildWorkflow, endpointUrl },
] = await Promise.all(
	[
		'test/support/people.ts',
		'test/support/faultyScim.ts',
		'test/support/identityAuthentication.ts',
		'test/support/notice.ts',
		'demo/workflow.ts',
	].map(load),
);

const account = { kind: 'basic', user: 'provisioning', password: 'bench-target-4711' };
const caller = { user: 'identity-authentication', password: 'bench-caller-4711' };
const target = await startFaultyScim({ authentication: account });
const source = await startIdentityAuthentication();
const people = createPeople();

const basic = ({ user, password }) => ({ authentication: 'basic', user, password });
const names = buildWorkflow().nodes.flatMap(({ credentials }) => Object.entries(credentials ?? {}));
const nameOf = (type) => names.find(([name]) => name === type)[1].name;
const ourCredentials = [
	{ type: 'realTimeEndpointApi', data: { ...basic(caller), authentication: ['basic'] } },
	{ type: 'provisioningSourceApi', data: { baseUrl: source.url, ...basic(source.authentication) } },
	{ type: 'provisioningTargetApi', data: { baseUrl: target.url, ...basic(account) } },
].map((credential) => ({ ...credential, name: nameOf(credential.type) }));
const coreCredentials = [
	{ type: 'httpBasicAuth', name: 'caller', data: caller },
	{ type: 'httpBasicAuth', name: 'account', data: account },
];

/** Our two nodes; the source is told when the run has ended, as the core Webhook tells it. */
function ourWorkflow(desiredState) {
	const { nodes, ...rest } = buildWorkflow();
	const systemId = `bench-${desiredState}`;
	const [trigger, provisioning] = nodes;
	// More calls in a minute than a trigger takes unless told.
	const options = { slowAfterPerMinute: 0, rejectAfterPerMinute: 0, settleSeconds: 0 };
	return {
		...rest,
		nodes: [
			{ ...trigger, webhookId: systemId, parameters: { systemId, respond: 'finished', options } },
			{ ...provisioning, parameters: { ...provisioning.parameters, desiredState } },
		],
	};
}

async function openContestants(host) {
	const contestants = {};
	for (const desiredState of ['item', 'source']) {
		const workflow = ourWorkflow(desiredState);
		const { webhookBase } = await host.publish(workflow, ourCredentials);
		const [{ webhookId }] = workflow.nodes;
		const [, path] = endpointUrl('').split('/ipsproxy');
		const url = `${webhookBase}/${webhookId}/ipsproxy${path.replace(/systems\/[^/]+/, `systems/${webhookId}`)}`;
		contestants[desiredState] = url;
	}
	const core = buildCoreWorkflow({ target: target.url, caller: 'caller', account: 'account' });
	const { webhookBase } = await host.publish(core, coreCredentials);
	contestants.core = `${webhookBase}/core`;
	return contestants;
}

/** One contestant's user, changed before each notice. */
async function createUser() {
	const { id } = await source.createUser(people());
	let count = 0;
	return async () => {
		count += 1;
		await source.updateUser(id, { displayName: `Bench ${count}`, title: `T${count}` });
		return source.user(id);
	};
}

async function measure(title, env) {
	const n8n = await openN8n(stage, tarball, env);
	const contestants = await openContestants(createRealHost(n8n));
	const users = Object.fromEntries(
		await Promise.all(Object.keys(contestants).map(async (name) => [name, await createUser()])),
	);
	const results = Object.fromEntries(
		Object.keys(contestants).map((name) => [
			name,
			{ cpuMs: [], requests: 0, writes: 0, notices: 0 },
		]),
	);

	async function notify(name) {
		const body = JSON.stringify(await users[name]());
		const { status, body: text } = await callEndpoint(
			{ url: contestants[name], ...caller },
			{ method: 'POST', body },
		);
		if (status !== 200) throw new Error(`${name} answered ${status}: ${text}`);
	}

	async function play(name, notices) {
		const result = results[name];
		target.ledger.clear();
		const before = cpuOf(n8n.pid);
		for (let count = 0; count < notices; count += 1) await notify(name);
		result.cpuMs.push((cpuOf(n8n.pid) - before) / notices);
		result.requests += target.ledger.entries.length;
		result.writes += target.ledger.writes().length;
		result.notices += notices;
	}

	await stage.steps.take('measure', title, async () => {
		for (const name of Object.keys(contestants)) await play(name, warmUp);
		for (const result of Object.values(results)) {
			Object.assign(result, { cpuMs: [], requests: 0, writes: 0, notices: 0 });
		}
		for (let count = 0; count < rounds; count += 1) {
			for (const name of Object.keys(contestants)) await play(name, noticesPerRound);
		}
	});
	await n8n.stop();

	const coreMs = median(results.core.cpuMs);
	return Object.fromEntries(
		Object.entries(results).map(([name, { cpuMs, requests, writes, notices }]) => [
			name,
			{
				cpuMs: round(median(cpuMs)),
				ofCore: round(median(cpuMs) / coreMs),
				targetRequests: round(requests / notices),
				targetWrites: round(writes / notices),
			},
		]),
	);
}

const lazy = await measure('lazy');
const asShipped = await measure('as shipped', {
	N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: undefined,
});
const reached = lazy.item.ofCore <= goals.lazy && asShipped.item.ofCore <= goals.asShipped;
console.log(
	JSON.stringify({
		benchmark: 'notice',
		goals,
		reached,
		notices: rounds * noticesPerRound,
		lazy,
		asShipped,
	}),
);
await Promise.all([target.close(), source.close()]);
process.exitCode = reached ? 0 : 1;
