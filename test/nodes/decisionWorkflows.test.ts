// The example workflows in which something is decided behind Provisioning Target, from file, in n8n's engine.
import type { IDataObject, IExecuteFunctions, INodeProperties, INodeType } from 'n8n-workflow';
import approval from '../../workflows/approval-before-deletion.json';
import failedAgain from '../../workflows/failed-changes-run-again.json';
import severalTargets from '../../workflows/several-targets.json';
import { play, TARGET, type Example } from './examplePlay';
import { noticeOf, startBed, statesOf, type Bed } from './provisioningTargetBed';
import { start } from './provisioningTransformBed';

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

/** n8n's Merge when it chooses: hands on its first input once both have something. */
const bothNeeded: INodeType = {
	description: { ...start.description, inputs: ['main', 'main'], requiredInputs: [0, 1] },
	async execute(this: IExecuteFunctions) {
		return [this.getInputData(0)];
	},
};

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

let bed: Bed;
beforeEach(async () => {
	bed = await startBed();
});
afterEach(() => bed.close());

/** Stand-ins for n8n's own nodes. */
const theirs = (wait: INodeType) => ({ 'n8n-nodes-base.if': either, 'n8n-nodes-base.wait': wait });

/** The example with other parameters of one node. */
function changed(example: Example, name: string, parameters: IDataObject): Example {
	const change = (node: Example['nodes'][number]) =>
		node.name === name ? { ...node, parameters } : node;
	return { ...example, nodes: example.nodes.map(change) };
}

async function hire(): Promise<string> {
	return (await bed.source.createUser(bed.createPerson())).id;
}

test('E33: several targets, one that fails is reported, the other gets its account', async () => {
	const id = await hire();
	const parameters = {
		operation: 'sync',
		system: 'scim-system',
		transformation: 'custom',
		transformationJson: '{',
	};
	const example = changed(severalTargets, 'Second target', parameters);
	const run = await play(bed, example, [noticeOf(id)], theirs(waited()));
	expect(statesOf(run.json('One outcome per target')).sort()).toEqual(['created', 'failed']);
	expect(statesOf(run.json('Tell somebody'))).toEqual(['failed']);
	expect(bed.target.users()).toHaveLength(1);
});

describe('approval before deletion', () => {
	const decided = (decision: string) => ({
		...theirs(waited(decision)),
		'n8n-nodes-base.merge': bothNeeded,
	});

	async function leave(): Promise<string> {
		const id = await hire();
		await play(bed, severalTargets, [noticeOf(id)], theirs(waited()));
		expect(bed.target.users()).toHaveLength(1);
		await bed.source.deleteUser(id);
		return id;
	}

	test('approved: the account is deleted', async () => {
		const gone = noticeOf(await leave(), { kind: 'deleted' });
		const run = await play(bed, approval, [gone], decided('Approve'));
		expect(statesOf(run.json('Sync', 1))).toEqual(['held']);
		expect(statesOf(run.json('Sync what was approved'))).toEqual(['deleted']);
		expect(bed.target.users()).toEqual([]);
	});
	test('not approved: it stays', async () => {
		const gone = noticeOf(await leave(), { kind: 'deleted' });
		const run = await play(bed, approval, [gone], decided('Leave as it is'));
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
		const run = await play(bed, failedAgain, [noticeOf('a')], {
			...theirs(waited()),
			[TARGET]: target,
		});
		expect(run.error).toBeUndefined();
		expect(run.json('Sync')).toHaveLength(rounds);
		const { runData } = run.run.data.resultData;
		expect(runData['Tell somebody'] ?? []).toHaveLength(told);
	});
});
