import {
	nodeParametersAreStatic,
	webhookDescriptionIsNativelyResolvable,
	type IHookFunctions,
	type IWebhookDescription,
} from 'n8n-workflow';
import { TRIGGER, triggerEngine, triggerNode, type TriggerOptions } from './trigger';
import { TRIGGERS, triggerNamed } from './triggers';

const SOURCE = { baseUrl: 'https://acme.example.com', authentication: 'basic' };

function prepare(name: string, options: TriggerOptions = {}) {
	const trigger = triggerNamed(name);
	const all = { trigger, ...options };
	const engine = triggerEngine(all);
	const workflow = engine.workflow([triggerNode(all)]);
	const node = workflow.getNode(TRIGGER);
	const [first] = trigger.description.webhooks ?? [];
	if (node === null || first === undefined) throw new Error(`${name} has no webhook.`);
	const webhook = {
		httpMethod: 'POST' as const,
		node: TRIGGER,
		path: '',
		workflowId: 'w1',
		webhookDescription: first,
	};
	return { trigger, node, first, hook: engine.hookContext(workflow, TRIGGER, webhook) };
}

async function publish(name: string, options?: TriggerOptions): Promise<boolean> {
	const { trigger, hook } = prepare(name, options);
	const create = trigger.webhookMethods?.['default']?.create;
	if (create === undefined) throw new Error(`${name} cannot be published.`);
	return await create.call(hook as IHookFunctions);
}

describe.each(TRIGGERS)('$name', ({ name, takesXml, takesGroups, respond, page, canPush }) => {
	test('can be published with a system id and secrets', async () => {
		expect(await publish(name)).toBe(true);
	});

	test.each<[string, TriggerOptions, RegExp]>([
		['no credential', { isOpen: true }, /No credential is chosen/],
		['a system id that is none', { parameters: { systemId: 'a/b' } }, /'System ID'/],
		['no kind', { parameters: { kinds: [] } }, /accepts nothing/],
		[
			'reading without a credential for it',
			{ parameters: { readEntity: true } },
			/'Read Entity' can read nothing/,
		],
		[
			'a faulty transformation',
			{
				source: SOURCE,
				parameters: {
					readEntity: true,
					transformation: 'custom',
					transformationJson: '{"user":{"mappings":[{}]}}',
				},
			},
			/The transformation has/,
		],
	])('is not published with %s', async (_name, options, message) => {
		await expect(publish(name, options)).rejects.toThrow(message);
	});

	test('a transformation that is not used does not matter', async () => {
		const parameters = { readEntity: true, transformation: 'default', transformationJson: '{' };
		expect(await publish(name, { source: SOURCE, parameters })).toBe(true);
	});

	test('evaluates no expression in the hot path', () => {
		const { node, trigger } = prepare(name);
		expect(nodeParametersAreStatic(node)).toBe(true);
		for (const webhook of trigger.description.webhooks ?? []) {
			const served: IWebhookDescription = { ...webhook, ndvHideUrl: false };
			expect(webhookDescriptionIsNativelyResolvable(served)).toBe(true);
		}
	});

	test('A18: leaves XML to n8n only where it takes none itself', () => {
		const { node } = prepare(name);
		const isRaw = node.typeVersion === 1;
		expect(isRaw).toBe(takesXml);
		const options = Object(node.parameters['options']);
		expect(options).toEqual(takesXml ? { binaryData: true } : {});
	});

	test('asks for what the contract says', () => {
		const { trigger, node } = prepare(name);
		expect(node.parameters).toMatchObject({
			entityTypes: takesGroups ? ['user', 'group'] : ['user'],
			kinds: ['changed', 'deleted'],
			respond,
			readEntity: false,
		});
		const notice = trigger.description.properties[0];
		expect(notice?.displayName).toContain(`docs/sources/${page}.md`);
		const uses = trigger.description.credentials ?? [];
		expect(uses.find((use) => use.name === 'provisioningSourceApi')?.displayOptions).toEqual({
			show: { readEntity: [true] },
		});
	});

	test('shows one URL for each type, and hides the others', () => {
		const { trigger } = prepare(name);
		const hidden = (trigger.description.webhooks ?? []).map(({ ndvHideUrl }) => ndvHideUrl);
		expect(hidden.slice(0, 2)).toEqual([
			undefined,
			'={{ !$parameter["entityTypes"].includes("group") }}',
		]);
		expect(new Set(hidden.slice(2))).toEqual(new Set([true]));
		expect(hidden).toHaveLength(canPush ? 8 : 6);
	});
});

test('XML is not left to n8n by a workflow that sets other options', async () => {
	const parameters = { options: { receivedStatus: 200 } };
	await expect(publish('SapSuccessFactorsTrigger', { parameters })).rejects.toThrow(/binaryData/);
	const complete = { options: { receivedStatus: 200, binaryData: true } };
	expect(await publish('SapSuccessFactorsTrigger', { parameters: complete })).toBe(true);
});

test('a pattern for test users has to be one', async () => {
	const publishWith = (testUsers: string) =>
		publish('SapSuccessFactorsLearningTrigger', { parameters: { options: { testUsers } } });
	await expect(publishWith('(')).rejects.toThrow(/regular expression|pattern/i);
	await expect(publishWith('(a+)+$')).rejects.toThrow();
	expect(await publishWith('^x_')).toBe(true);
});
