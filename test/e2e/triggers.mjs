// The four triggers, each published alone, with a credential of its own and no limit of calls: whatever
// starts an execution here shows in the number of executions.
import { createRealHost } from '../../demo/realHost.mjs';
import { unfinished, until } from '../../demo/n8n.mjs';

const unlimited = { slowAfterPerMinute: 0, rejectAfterPerMinute: 0 };

const types = {
	ias: ['sapIdentityAuthenticationTrigger', 2, { acceptScimPush: true }],
	directory: ['sapIdentityDirectoryTrigger', 2, { acceptScimPush: true }],
	successFactors: ['sapSuccessFactorsTrigger', 1, { binaryData: true }],
	learning: ['sapSuccessFactorsLearningTrigger', 2, {}],
};

export const basic = (user, password) =>
	`Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;

/** A workflow of one trigger. */
export function workflowOf({ key, typeName, typeVersion, systemId, options, credential }) {
	return {
		name: `Trigger ${key}`,
		nodes: [
			{
				id: `trigger-${key}`,
				name: 'Trigger',
				type: `n8n-nodes-realtime-provisioning.${typeName}`,
				typeVersion,
				position: [0, 0],
				webhookId: systemId,
				parameters: { systemId, respond: 'received', options },
				credentials: { realTimeEndpointApi: { name: credential.name } },
			},
		],
		connections: {},
		settings: { executionOrder: 'v1' },
	};
}

/**
 * How many executions of a workflow n8n has stored, once none of them runs. n8n asks its database for those
 * that run and for those that have ended at the same time, so one that ends just then may be in neither
 * answer: only what two looks in a row say counts.
 */
export function countExecutions(session, { id }) {
	const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
	let before;
	const look = async () => {
		const found = await session.ask('GET', `/rest/executions?filter=${filter}&limit=10`);
		const runs = found.results.some(({ status }) => unfinished.has(status));
		const count = runs ? undefined : found.count;
		const isSettled = count !== undefined && count === before;
		before = count;
		// An object, because a count of 0 is an answer too.
		return isSettled ? { count } : undefined;
	};
	return until(look, { seconds: 60, what: 'the executions to end' });
}

/** Publishes a workflow of one trigger; answers with its path and with how many executions it has begun. */
export async function publishTrigger(n8n, trigger) {
	const host = createRealHost(n8n);
	const { webhookBase } = await host.publish(workflowOf(trigger), [trigger.credential]);
	const [workflow] = host.workflows;
	const { pathname } = new URL(webhookBase);
	const { systemId } = trigger;
	return {
		path: `${pathname}/${systemId}/ipsproxy/service/api/v1/systems/${systemId}`,
		executions: async () => (await countExecutions(n8n.session, workflow)).count,
	};
}

/** One of Identity Authentication, which differs from others like it in its credential only. */
export async function publishTenantTrigger(n8n, systemId, credential) {
	const typeName = 'sapIdentityAuthenticationTrigger';
	const { path, executions } = await publishTrigger(n8n, {
		...{ key: systemId, systemId, typeName, typeVersion: 2 },
		...{ options: {}, credential },
	});
	return { path: `${path}/entities/user`, executions };
}

async function publishOne(n8n, key) {
	const [typeName, typeVersion, options] = types[key];
	const systemId = `hostile-${key}`;
	const secrets = {
		user: `caller-${key}`,
		password: `canary-password-${key}-4711`,
		clientId: `client-${key}`,
		clientSecret: `canary-client-secret-${key}-0123456789abcdef`,
	};
	const credential = {
		type: 'realTimeEndpointApi',
		name: `Caller of ${key}`,
		data: { authentication: ['basic', 'oAuth2'], ...secrets },
	};
	const published = await publishTrigger(n8n, {
		...{ key, typeName, typeVersion, systemId, credential },
		options: { ...unlimited, ...options },
	});
	return {
		key,
		systemId,
		...published,
		user: secrets.user,
		password: secrets.password,
		caller: basic(secrets.user, secrets.password),
		client: basic(secrets.clientId, secrets.clientSecret),
		secrets: [secrets.password, secrets.clientSecret],
	};
}

/** In this order: a notice for one of them says nothing to the others. */
export async function publishTriggers(n8n) {
	const triggers = [];
	for (const key of Object.keys(types)) triggers.push(await publishOne(n8n, key));
	return triggers;
}
