import { NodeHelpers, type IDataObject, type INodeParameters } from 'n8n-workflow';
import { ProvisioningTargetApi } from '../../credentials/ProvisioningTargetApi.credentials.js';
import { ProvisioningTarget } from '../../nodes/ProvisioningTarget/ProvisioningTarget.node.js';
import { noticeOf } from '../nodes/provisioningTargetBed';
import { start } from '../nodes/provisioningTransformBed';
import { createEngine } from '../support/engine';
import { startTenant, type Proof, type Tenant } from './tenant';

/** The credential, on a machine that trusts who vouches for the server. */
function trusting(authority: string): ProvisioningTargetApi {
	const type = new ProvisioningTargetApi();
	const honest = type.authenticate;
	type.authenticate = async (credentials, request) => {
		const options = await honest(credentials, request);
		const isSecure = options.url.startsWith('https:');
		return isSecure
			? { ...options, agentOptions: { ...options.agentOptions, ca: authority } }
			: options;
	};
	return type;
}

/** Runs the node for one notice, with a credential for the target and none for a source. */
async function run(
	tenant: Tenant,
	notice: IDataObject,
	change: IDataObject = {},
	parameters: INodeParameters = {},
) {
	const engine = createEngine({
		nodeTypes: { target: new ProvisioningTarget(), start },
		credentialTypes: [trusting(tenant.authority)],
		credentials: { provisioningTargetApi: { ...tenant.credential, ...change } },
	});
	const node = { name: 'Target', type: 'target', onError: 'continueRegularOutput' } as const;
	const workflow = engine.workflow([
		{ name: 'Start', type: 'start' },
		{
			...node,
			parameters: { system: 'identity-provisioning', ...parameters },
			credentials: ['provisioningTargetApi'],
		},
	]);
	const done = await engine.run(workflow, 'Start', [[notice]]);
	const [item] = done.json('Target');
	return { outcome: item?.['outcome'], text: JSON.stringify(done.run.data.resultData) };
}

const ID = '7b1d3c52-0a44-4f0e-9d0c-2f1f6a9be001';

async function inTenant(proof: Proof, live: (tenant: Tenant) => Promise<void>): Promise<void> {
	const tenant = await startTenant(proof);
	try {
		await live(tenant);
	} finally {
		await tenant.close();
	}
}

/** SAP Identity Provisioning as a target: it is told, and reads the source for itself. */
export function testHandingOn(): void {
	describe.each(['basic', 'oAuth2ClientCredentials', 'certificate'] as const)(
		'with %s',
		(proof) => {
			test('users and groups are handed on, as they came', () =>
				inTenant(proof, async (tenant) => {
					for (const entityType of ['user', 'group']) {
						const changed = await run(tenant, noticeOf(ID, { entityType }));
						expect(changed.outcome).toMatchObject({ state: 'handedOn', entityType, attempts: 1 });
						const gone = await run(tenant, noticeOf(ID, { entityType, kind: 'deleted' }));
						expect(gone.outcome).toMatchObject({ state: 'handedOn', operation: 'DELETE' });
						expect(changed.text + gone.text).not.toMatch(/canary|PRIVATE KEY/);
					}
					expect(tenant.told).toEqual([
						{ method: 'POST', type: 'user', id: ID },
						{ method: 'DELETE', type: 'user', id: ID },
						{ method: 'POST', type: 'group', id: ID },
						{ method: 'DELETE', type: 'group', id: ID },
					]);
				}));
		},
	);

	test('the node asks for no source, no transformation and no policy', () => {
		const node = new ProvisioningTarget();
		const shown = (parameters: INodeParameters) =>
			NodeHelpers.getNodeParameters(
				node.description.properties,
				parameters,
				true,
				false,
				null,
				node.description,
			);
		const fields = ['desiredState', 'sourceSystem', 'transformation', 'properties', 'policy'];
		expect(Object.keys(shown({ system: 'scim-system' }) ?? {})).toEqual(
			expect.arrayContaining(fields),
		);
		const asked = Object.keys(shown({ system: 'identity-provisioning' }) ?? {});
		expect(asked.filter((name) => fields.includes(name))).toEqual([]);
	});

	test('a preview tells nobody', () =>
		inTenant('basic', async (tenant) => {
			const { outcome } = await run(tenant, noticeOf(ID), {}, { operation: 'preview' });
			expect(outcome).toMatchObject({ state: 'planned' });
			expect(tenant.told).toEqual([]);
		}));

	test('an overloaded tenant is told a little later', () =>
		inTenant('basic', async (tenant) => {
			tenant.answer({ status: 429, headers: { 'retry-after': '0' } });
			const { outcome } = await run(tenant, noticeOf(ID));
			expect(outcome).toMatchObject({ state: 'handedOn', attempts: 2 });
			expect(tenant.told).toHaveLength(1);
		}));

	test.each<[string, IDataObject, string]>([
		['a wrong password', { password: 'x' }, 'access.unauthorized'],
		['another source system', { baseUrl: 'SYSTEM' }, 'request.notFound'],
	])('%s is a failure that names its reason', (_, change, code) =>
		inTenant('basic', async (tenant) => {
			const baseUrl = String(tenant.credential['baseUrl']);
			const wrong = change['baseUrl'] ? { baseUrl: baseUrl.replace('-prod', '-test') } : change;
			const { outcome } = await run(tenant, noticeOf(ID), wrong);
			expect(outcome).toMatchObject({ state: 'failed', error: { code } });
			expect(tenant.told).toEqual([]);
		}),
	);

	test('a log-on page has taken no notice', () =>
		inTenant('basic', async (tenant) => {
			const headers = { 'content-type': 'text/html' };
			const page = { status: 200, headers, body: '<html>Log On</html>' };
			tenant.answer(page, page, page, page);
			const { outcome } = await run(tenant, noticeOf(ID));
			expect(outcome).toMatchObject({ state: 'failed', error: { code: 'answer.unexpected' } });
		}));
}
