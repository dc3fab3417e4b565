/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the example workflows; not shipped */
// The example workflows as files, and those that lead to n8n's own nodes, without the systems behind them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, IExecuteFunctions, INodeProperties, INodeType } from 'n8n-workflow';
import { toItem } from '../../nodes/shared/trigger/item';
import { ProvisioningTransform } from '../../nodes/ProvisioningTransform/ProvisioningTransform.node.js';
import { compileTransformation, parseNotices, systems } from '../../index';
import { createEngine, type EngineRun, type NodeSketch } from '../support/engine';
import { nodes as describedNodes, ROOT } from './describedPackage';
import { PINNED_PERSON } from './pinnedPerson';
import { start } from './provisioningTransformBed';

const PACKAGE = 'n8n-nodes-realtime-provisioning.';
const FOLDER = join(ROOT, 'workflows');

interface Stored extends NodeSketch {
	readonly parameters: Record<string, never>;
	readonly credentials: never;
}
interface Example {
	readonly nodes: readonly Stored[];
	readonly connections: object;
	readonly pinData?: Record<string, Array<{ json: IDataObject }>>;
}

const load = (name: string): Example =>
	JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
const names = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.replace('.json', ''));

describe.each(names)('%s', (name) => {
	const { nodes, pinData = {} } = load(name);

	test('uses nodes and parameters that exist', () => {
		for (const { type, typeVersion, parameters } of nodes) {
			if (!type.startsWith(PACKAGE)) continue;
			const known = describedNodes.find(
				({ instance }) => PACKAGE + instance.description.name === type,
			)?.instance.description;
			expect([known?.version].flat()).toContain(typeVersion);
			const parameterNames = known?.properties.map((property) => property.name);
			expect(parameterNames).toEqual(expect.arrayContaining(Object.keys(parameters)));
		}
	});
	test('names its credentials and carries no id of one', () => {
		for (const { credentials = {} } of nodes) {
			for (const credential of Object.values(credentials)) {
				expect(Object.keys(Object(credential))).toEqual(['name']);
			}
		}
	});
	test('says what to do', () => {
		expect(nodes.some(({ name: title }) => title === 'Read me first')).toBe(true);
	});

	const trigger = nodes.find(({ type }) => type.startsWith(PACKAGE) && type.endsWith('Trigger'));
	const [pinned] = pinData[trigger?.name ?? ''] ?? [];
	if (pinned === undefined) return;
	test('has pinned what the trigger makes of the call', () => {
		const { systemId, readEntity } = Object(trigger?.parameters);
		const notice = Object(pinned.json['notice']);
		const [parsed] = parseNotices(notice.system, {
			method: 'POST',
			path: `/ipsproxy/service/api/v1/systems/${systemId}/entities/user`,
			contentType: 'application/json',
			body: JSON.stringify({ entityId: PINNED_PERSON['id'] }),
		}).notices;
		if (!parsed) throw new Error('The call is no notice.');
		const variables = { entityIdSourceSystem: parsed.entityId };
		const read = compileTransformation(
			systems.get('identity-authentication')?.defaultTransformation('read') ?? {},
			{ direction: 'read' },
		).map('user', PINNED_PERSON, { variables });
		if (read.status !== 'mapped') throw new Error('The person is not mapped.');
		const item = toItem(parsed, {
			receivedAt: notice.receivedAt,
			testUsers: '',
			...(readEntity && { read: { ...read, status: 'read' } }),
		});
		const { correlationId } = notice;
		const made = { ...item.json, notice: { ...Object(item.json['notice']), correlationId } };
		expect(pinned.json).toEqual(made);
	});
});

/** Stands for a node of n8n: puts out what it would have been told to do; knows nobody yet, or everybody. */
function application(parameters: readonly string[], isFound: boolean): INodeType {
	const properties = parameters.map(
		(name): INodeProperties => ({ displayName: name, name, type: 'json', default: '' }),
	);
	return {
		description: { ...start.description, outputs: ['main', 'main'], properties },
		async execute(this: IExecuteFunctions) {
			const items = this.getInputData().map(({ json }, index) => {
				const told: IDataObject = {};
				for (const key of Object.keys(this.getNode().parameters)) {
					Object.assign(told, { [key]: this.getNodeParameter(key, index) });
				}
				const isLookUp = told['operation'] === 'get';
				// Whom it does not find leaves as it came.
				if (isLookUp) return { json: isFound ? { id: 'there' } : json, pairedItem: index };
				return { json: isFound ? told : { ...json, ...told }, pairedItem: index };
			});
			return isFound ? [items, []] : [[], items];
		},
	};
}

async function play(name: string, isFound: boolean, entity: IDataObject = {}): Promise<EngineRun> {
	const { nodes, connections, pinData = {} } = load(name);
	const own = nodes[0]?.name ?? '';
	const parameters = [...new Set(nodes.flatMap((node) => Object.keys(node.parameters)))];
	const app = application(parameters, isFound);
	const engine = createEngine({
		nodeTypes: {
			[`${PACKAGE}sapIdentityAuthenticationTrigger`]: start,
			[`${PACKAGE}provisioningTransform`]: new ProvisioningTransform(),
			'n8n-nodes-base.microsoftEntra': app,
			'n8n-nodes-base.gSuiteAdmin': app,
			'n8n-nodes-base.ldap': app,
			'n8n-nodes-base.stickyNote': start,
		},
	});
	// Credentials are not needed here, and the stand-in has its second output already.
	const plain = { credentials: [], onError: undefined, typeVersion: 1 };
	const sketches = nodes.map((node) => ({ ...node, ...plain }));
	const workflow = engine.workflow(sketches, JSON.parse(JSON.stringify(connections)));
	const [item] = pinData[own] ?? [];
	const json = { ...item?.json, entity: { ...Object(item?.json['entity']), ...entity } };
	const run = await engine.run(workflow, own, [[json]]);
	expect(run.error).toBeUndefined();
	return run;
}

const PASSWORD = expect.stringMatching(/^\S{20}$/);
const created = (run: EngineRun) => run.json('Create', 1);

test('to Microsoft Entra ID: created when it is not there, else updated', async () => {
	const run = await play('entra-id', false, { userName: 'Mira.Holm' });
	expect(created(run)).toMatchObject([
		{
			userPrincipalName: 'mira.holm@example.com',
			accountEnabled: true,
			password: PASSWORD,
			additionalFields: { surname: 'Holm', department: 'Finance', employeeId: PINNED_PERSON['id'] },
		},
	]);
	const again = await play('entra-id', true, { active: false });
	expect(again.json('Update')).toMatchObject([
		{ user: { mode: 'id', value: 'there' }, updateFields: { accountEnabled: false } },
	]);
});

test('to Google Workspace: an inactive person is suspended', async () => {
	const run = await play('google-workspace', true, { active: false });
	expect(run.json('Update')).toMatchObject([
		{ updateFields: { firstName: 'Mira', lastName: 'Holm', suspendUi: true } },
	]);
	const first = await play('google-workspace', false);
	expect(created(first)).toMatchObject([{ domain: 'example.com' }]);
});

test('to LDAP: a name cannot break out of its place in the tree', async () => {
	const run = await play('ldap', false, { userName: 'holm,ou=admins+"x"\\' });
	const dn = 'uid=holm\\,ou\\=admins\\+\\"x\\"\\\\,ou=people,dc=example,dc=com';
	expect(run.json('Write')).toMatchObject([{ entity: { dn } }]);
	const [entry] = created(run);
	expect(Object(entry?.['attributes']).attribute).toContainEqual({ id: 'sn', value: 'Holm' });
});
