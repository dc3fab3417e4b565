import {
	nodeParametersAreStatic,
	resolveWebhookDescriptionField,
	webhookDescriptionIsNativelyResolvable,
	type IDataObject,
	type INodeParameters,
	type IWebhookDescription,
} from 'n8n-workflow';
import { SapIdentityAuthenticationTrigger } from '../../nodes/SapIdentityAuthenticationTrigger/SapIdentityAuthenticationTrigger.node.js';
import { makeCertificate } from '../support/certificate';
import {
	SECRETS,
	TRIGGER,
	triggerEngine,
	triggerNode,
	WEBHOOK_ID,
	type TriggerOptions,
} from './trigger';

const { description, webhookMethods, methods } = new SapIdentityAuthenticationTrigger();
const webhooks = description.webhooks ?? [];
const first = webhookAt(0);

function webhookAt(position: number): IWebhookDescription {
	const webhook = webhooks[position];
	if (webhook === undefined) throw new Error(`The trigger has no webhook ${position}.`);
	return webhook;
}

function prepare(options: TriggerOptions = {}) {
	const engine = triggerEngine(options);
	const workflow = engine.workflow([triggerNode(options)]);
	const node = workflow.getNode(TRIGGER);
	if (node === null) throw new Error('The workflow has no trigger.');
	const webhook = {
		httpMethod: 'POST' as const,
		node: TRIGGER,
		path: '',
		workflowId: 'w1',
		webhookDescription: first,
	};
	return { engine, workflow, node, hook: engine.hookContext(workflow, TRIGGER, webhook) };
}

describe('the hot path evaluates no expression', () => {
	const parameters: INodeParameters[] = [
		{},
		{ respond: 'finished' },
		{ respond: 'finished', options: { failureStatus: 200 } },
		{ options: { receivedStatus: 204 } },
	];
	const fields = [
		'path',
		'httpMethod',
		'isFullPath',
		'responseMode',
		'responseData',
		'responseCode',
	];
	const cases = parameters.flatMap((values) =>
		webhooks.flatMap((webhook, position) =>
			fields.map((field) => ({ values, webhook, field, position })),
		),
	);

	test.each(cases)('webhook $position: $field with $values', ({ values, webhook, field }) => {
		const { workflow, node } = prepare({ parameters: values });
		const literal: unknown = webhook[field];
		const native = resolveWebhookDescriptionField(node, webhook, field);
		if (!native.resolved) {
			expect(String(literal)).not.toMatch(/^=/);
			return;
		}
		const evaluated = workflow.expression.getComplexParameterValue(
			node,
			webhook[field],
			'internal',
			{},
		);
		expect(evaluated).toEqual(native.value);
	});

	test('the defaults are static, and so is everything but what only the editor reads', () => {
		expect(nodeParametersAreStatic(prepare().node)).toBe(true);
		for (const webhook of webhooks) {
			const served = { ...webhook, ndvHideUrl: false };
			expect(webhookDescriptionIsNativelyResolvable(served)).toBe(true);
		}
	});

	test('the version is above 1, or n8n would evaluate an expression and parse nothing', () => {
		expect(description.version).toBeGreaterThan(1);
	});
});

test('the URL that people copy is that of the contract', () => {
	const { hook } = prepare();
	expect(hook.getNodeWebhookUrl('default')).toBe(
		`http://n8n.example/webhook/${WEBHOOK_ID}/ipsproxy/service/api/v1/systems/prod-ias/entities/user`,
	);
});

test('C17: one webhook does not carry the webhook id, so that n8n finds a second trigger of a system', () => {
	const { node } = prepare();
	const resolve = (field: string, position: number) => {
		const webhook = webhookAt(position);
		const native = resolveWebhookDescriptionField(node, webhook, field);
		return native.resolved ? native.value : webhook[field];
	};
	const shared = webhooks
		.map((_webhook, position) => ({
			path: String(resolve('path', position)),
			isFullPath: resolve('isFullPath', position),
		}))
		.filter(({ path, isFullPath }) => isFullPath === true && !path.includes(':'));
	expect(shared.map(({ path }) => path)).toEqual(['ipsproxy/service/api/v1/systems/prod-ias']);
});

describe('publishing', () => {
	const create = async (options: TriggerOptions) => {
		const { hook } = prepare(options);
		return await webhookMethods.default.create.call(hook);
	};

	test('works with a system id and good secrets', async () => {
		const { hook } = prepare();
		expect(await webhookMethods.default.checkExists.call(hook)).toBe(false);
		expect(await create({})).toBe(true);
		expect(await webhookMethods.default.delete.call(hook)).toBe(true);
	});

	test.each<[string, TriggerOptions, RegExp]>([
		['B1: no credential', { isOpen: true }, /No credential is chosen/],
		['B3: empty secrets', { secrets: { ...SECRETS, password: '' } }, /does not protect/],
		['no way to authenticate', { secrets: { ...SECRETS, authentication: [] } }, /does not protect/],
		['OAuth 2.0 without client', { secrets: { authentication: ['oAuth2'] } }, /does not protect/],
		[
			'an expired certificate beside Basic',
			{
				secrets: {
					...SECRETS,
					authentication: ['basic', 'certificate'],
					certificates: makeCertificate({ from: 0, until: 1_000 }).pem,
				},
			},
			/does not protect/,
		],
		['short password', { secrets: { ...SECRETS, password: 'short' } }, /does not protect/],
		['no system id', { parameters: { systemId: '' } }, /'System ID'/],
		['system id with a slash', { parameters: { systemId: 'a/b' } }, /'System ID'/],
		['system id with a variable', { parameters: { systemId: ':id' } }, /'System ID'/],
		['system id of 65 characters', { parameters: { systemId: 'x'.repeat(65) } }, /'System ID'/],
		['no entity type', { parameters: { entityTypes: [] } }, /accepts nothing/],
		['no kind', { parameters: { kinds: [] } }, /accepts nothing/],
	])('is refused: %s', async (_name, options, message) => {
		await expect(create(options)).rejects.toThrow(message);
	});

	test('logs which certificates end within 30 days', async () => {
		const until = Math.ceil(Date.now() / 1_000) * 1_000 + 29 * 86_400_000;
		const { pem } = makeCertificate({ name: 'soon', from: 0, until });
		const { hook } = prepare({ secrets: { authentication: ['certificate'], certificates: pem } });
		const warn = jest.spyOn(hook.logger, 'warn').mockReturnValue();
		expect(await webhookMethods.default.create.call(hook)).toBe(true);
		expect(warn.mock.calls.map(([line]) => line)).toEqual([
			expect.stringMatching(/CN=soon expires on \d{4}-\d\d-\d\d\.$/),
		]);
		warn.mockRestore();
	});

	test('B2: is refused when the credential cannot be read', async () => {
		const secrets = () => Promise.reject(new Error('cannot decrypt'));
		await expect(create({ secrets })).rejects.toThrow('cannot decrypt');
	});

	test.each(['a', 'A-b_9', 'x'.repeat(64)])('takes the system id %s', async (systemId) => {
		expect(await create({ parameters: { systemId } })).toBe(true);
	});
});

describe('the test of the credential', () => {
	const run = async (data?: IDataObject) => {
		const credential = { id: '1', name: 'x', type: 'realTimeEndpointApi', ...(data && { data }) };
		return await methods.credentialTest.testRealTimeEndpoint.call(
			{} as never,
			credential as Parameters<typeof methods.credentialTest.testRealTimeEndpoint>[0],
		);
	};

	test('is named on the node', () => {
		const named = description.credentials?.map(({ testedBy }) => testedBy);
		expect(named).toEqual(Object.keys(methods.credentialTest));
	});

	test('says what is wrong, without the secret', async () => {
		expect((await run({ ...SECRETS })).status).toBe('OK');
		const short = await run({ ...SECRETS, password: 'canary' });
		expect(short).toMatchObject({ status: 'Error', message: expect.stringMatching(/12/) });
		expect(short.message).not.toContain('canary');
		expect((await run({ ...SECRETS, user: '' })).status).toBe('Error');
		expect((await run()).status).toBe('Error');
	});

	test('tells of certificates that end within 30 days', async () => {
		const until = Math.ceil(Date.now() / 1_000) * 1_000 + 29 * 86_400_000;
		const soon = makeCertificate({ name: 'soon', from: 0, until });
		const later = makeCertificate({ name: 'later', from: 0, until: until + 10 * 86_400_000 });
		const certificates = soon.pem + later.pem;
		const { status, message } = await run({ authentication: ['certificate'], certificates });
		expect(status).toBe('OK');
		expect(message).toMatch(/CN=soon expires on \d{4}-\d\d-\d\d\.$/);
		expect(message).not.toContain('later');
	});
});

test('a trigger is no tool, and its subtitle tells two of them apart', () => {
	expect(description).not.toHaveProperty('usableAsTool');
	const { workflow, node } = prepare({
		parameters: { systemId: 'test-ias', entityTypes: ['group'] },
	});
	const subtitle = workflow.expression.getSimpleParameterValue(
		node,
		description.subtitle,
		'internal',
		{},
	);
	expect(subtitle).toBe('test-ias: group');
});
