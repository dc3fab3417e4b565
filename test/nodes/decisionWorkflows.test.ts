// The example workflows in which something is decided behind Provisioning Target, from file, in n8n's engine.
import type { IDataObject, IExecuteFunctions, INodeProperties, INodeType } from 'n8n-workflow';
import { ProvisioningSourceApi } from '../../credentials/ProvisioningSourceApi.credentials.js';
import { ProvisioningTargetApi } from '../../credentials/ProvisioningTargetApi.credentials.js';
import { ProvisioningTarget } from '../../nodes/ProvisioningTarget/ProvisioningTarget.node.js';
import approval from '../../workflows/approval-before-deletion.json';
import failedAgain from '../../workflows/failed-changes-run-again.json';
import severalTargets from '../../workflows/several-targets.json';
import { createEngine, type EngineRun } from '../support/engine';
import { noticeOf, startBed, statesOf, type Bed } from './provisioningTargetBed';
import { start } from './provisioningTransformBed';

const PACKAGE = 'n8n-nodes-realtime-provisioning';
const property = (name: string): INodeProperties => ({
	displayName: name,
	name,
	type: 'json',
	default: '',
});

/** n8n's If, as far as the examples use it: one condition that is a boolean. */
const either: INodeType = {
	description: {
		...start.description,
		outputs: ['main', 'main'],
		properties: [property('conditions')],
	},
	async execute(this: IExecuteFunctions) {
		const holds = (index: number) =>
			Object(this.getNodeParameter('conditions', index)).conditions[0].leftValue === true;
		const items = this.getInputData();
		return [items.filter((_, index) => holds(index)), items.filter((_, index) => !holds(index))];
	},
};

/** n8n's Merge: joins, or hands on its first input once both have something. */
const joining = (requiredInputs: number[] | undefined): INodeType => ({
	description: {
		...start.description,
		inputs: ['main', 'main'],
		...(requiredInputs && { requiredInputs }),
	},
	async execute(this: IExecuteFunctions) {
		const first = this.getInputData(0);
		return [requiredInputs ? first : [...first, ...this.getInputData(1)]];
	},
});

const answering = (answer: (round: number) => IDataObject | undefined): INodeType => {
	let round = 0;
	return {
		description: start.description,
		async execute(this: IExecuteFunctions) {
			round += 1;
			return [this.getInputData().map(({ json }) => ({ json: { ...json, ...answer(round) } }))];
		},
	};
};
/** A form that a person has filled in, or time that has passed. */
const waited = (decision?: string) =>
	answering(() => (decision === undefined ? undefined : { Decision: decision }));

interface Example {
	readonly nodes: ReadonlyArray<{ readonly name: string; readonly credentials?: object }>;
	readonly connections: object;
}
interface Standing {
	readonly wait?: INodeType;
	readonly merge?: INodeType;
	readonly target?: INodeType;
	/** Parameters of one node, changed. */
	readonly change?: { readonly node: string; readonly parameters: IDataObject };
}

let bed: Bed;
beforeEach(async () => {
	bed = await startBed();
});
afterEach(() => bed.close());

async function play(
	example: Example,
	item: IDataObject,
	standing: Standing = {},
): Promise<EngineRun> {
	const engine = createEngine({
		nodeTypes: {
			[`${PACKAGE}.sapIdentityAuthenticationTrigger`]: start,
			[`${PACKAGE}.provisioningTarget`]: standing.target ?? new ProvisioningTarget(),
			'n8n-nodes-base.if': either,
			'n8n-nodes-base.merge': standing.merge ?? joining(undefined),
			'n8n-nodes-base.wait': standing.wait ?? waited(),
			'n8n-nodes-base.noOp': start,
			'n8n-nodes-base.stickyNote': start,
		},
		credentialTypes: [new ProvisioningSourceApi(), new ProvisioningTargetApi()],
		credentials: bed.credentials,
	});
	const nodes: Parameters<typeof engine.workflow>[0] = JSON.parse(
		JSON.stringify(
			example.nodes.map((node) => ({
				...node,
				typeVersion: 1,
				credentials: Object.keys(bed.credentials),
				...(node.name === standing.change?.node && { parameters: standing.change.parameters }),
			})),
		),
	);
	const workflow = engine.workflow(nodes, JSON.parse(JSON.stringify(example.connections)));
	return await engine.run(workflow, nodes[0]?.name ?? '', [[item]]);
}

async function hire(): Promise<string> {
	return (await bed.source.createUser(bed.createPerson())).id;
}

test('several targets: one that fails is reported, the other gets its account', async () => {
	const id = await hire();
	const parameters = {
		operation: 'sync',
		system: 'scim-system',
		transformation: 'custom',
		transformationJson: '{',
	};
	const change = { node: 'Second target', parameters };
	const run = await play(severalTargets, noticeOf(id), { change });
	expect(statesOf(run.json('One outcome per target')).sort()).toEqual(['created', 'failed']);
	expect(statesOf(run.json('Tell somebody'))).toEqual(['failed']);
	expect(bed.target.users()).toHaveLength(1);
});

describe('approval before deletion', () => {
	const merge = joining([0, 1]);

	async function leave(): Promise<string> {
		const id = await hire();
		await play(severalTargets, noticeOf(id));
		expect(bed.target.users()).toHaveLength(1);
		await bed.source.deleteUser(id);
		return id;
	}

	test('approved: the account is deleted', async () => {
		const gone = noticeOf(await leave(), { kind: 'deleted' });
		const run = await play(approval, gone, { wait: waited('Approve'), merge });
		expect(statesOf(run.json('Sync', 1))).toEqual(['held']);
		expect(statesOf(run.json('Sync what was approved'))).toEqual(['deleted']);
		expect(bed.target.users()).toEqual([]);
	});
	test('not approved: it stays', async () => {
		const gone = noticeOf(await leave(), { kind: 'deleted' });
		const run = await play(approval, gone, { wait: waited('Leave as it is'), merge });
		expect(run.run.data.resultData.runData).not.toHaveProperty('Sync what was approved');
		expect(bed.target.users()).toHaveLength(1);
	});
});

describe('failed changes run again', () => {
	const failed = (repeatable: boolean) => ({ outcome: { state: 'failed', repeatable } });

	test.each([
		['what succeeds in the third round', (round: number) => round < 3, true, 3, 0],
		['what never succeeds', () => true, true, 6, 1],
		['what no repeat can cure', () => true, false, 1, 1],
	])('%s', async (_, isFailing, repeatable, rounds, told) => {
		const target = answering((round) =>
			isFailing(round) ? failed(repeatable) : { outcome: { state: 'created' } },
		);
		const run = await play(failedAgain, noticeOf('a'), { target });
		expect(run.error).toBeUndefined();
		expect(run.json('Sync')).toHaveLength(rounds);
		const { runData } = run.run.data.resultData;
		expect(runData['Tell somebody'] ?? []).toHaveLength(told);
	});
});
