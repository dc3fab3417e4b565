import type { Host, Published, WorkflowJson } from './host';
import type { Promised } from './promises';
import { buildScenes, type Played, type Scene, type Stage } from './scenes';
import type { Seen, Step } from './step';
import { createStorySteps } from './storySteps';
import type { Row } from './table';
import { endsOf, faultsOf, partsOf } from './verdict';
import { endpointUrl } from './workflow';
import type { World } from './world';

export interface Story {
	readonly rows: readonly Row[];
	/** Every row is as expected. */
	readonly expected: boolean;
	/** The example workflow. */
	readonly published: Published;
}

export interface StoryOptions {
	/** Is told of each row when its step has ended. */
	readonly onRow?: (row: Row) => void;
	/** What is left out, to see that its rows notice. */
	readonly without?: readonly Promised[];
}

async function take(step: Step, { proxy }: World, published: Published): Promise<Seen> {
	await step.before?.();
	const before = (await published.executions()).length;
	proxy.ledger.clear();
	try {
		const answers = await step.act();
		const executions = (await published.executions()).slice(before);
		return {
			answers,
			executions,
			outcomes: partsOf(executions, 'outcome'),
			change: partsOf(executions, 'change')[0],
			calls: [...proxy.ledger.entries],
			account: step.look(),
		};
	} finally {
		await step.after?.();
	}
}

async function rowOf(number: number, step: Step, world: World, stage: Stage): Promise<Row> {
	const { source, notice } = step;
	const target = step.ends === undefined ? '-' : 'SCIM directory';
	const common = { number, source, notice, target };
	try {
		const seen = await take(step, world, stage[step.scene].published);
		const faults = faultsOf(step, seen, world.secrets);
		const refused = `refused ${seen.answers[0]?.status}`;
		const result = seen.outcomes.length > 0 ? endsOf(seen) : refused;
		const expected = faults.length === 0;
		return { ...common, result, why: expected ? step.why(seen) : faults.join('; '), expected };
	} catch (error) {
		return { ...common, result: 'broken', why: String(error), expected: false };
	}
}

/** The simulated applications show a change at once, so nobody has to wait until they do. */
function withoutDelay({ nodes, ...workflow }: WorkflowJson): WorkflowJson {
	return {
		...workflow,
		nodes: nodes.map((node) => {
			if (node.webhookId === undefined) return node;
			const options = { ...(node.typeVersion === 1 && { binaryData: true }), settleSeconds: 0 };
			return { ...node, parameters: { ...node.parameters, options } };
		}),
	};
}

/** Publishes the workflows, and enters their addresses in the source applications. */
async function setUp(host: Host, world: World, without: readonly Promised[]): Promise<Stage> {
	const { user, password } = world.caller;

	async function open({ workflow, credentials }: Scene): Promise<Played> {
		const published = await host.publish(withoutDelay(workflow), credentials);
		const url = endpointUrl(published.webhookBase, workflow);
		return { published, endpoint: { url, user, password } };
	}

	const { tenant, leavers, employees, learners, directory } = buildScenes(world, without);
	const stage = {
		tenant: await open(tenant),
		leavers: await open(leavers),
		employees: await open(employees),
		learners: await open(learners),
		directory: await open(directory),
	};
	world.source.setEndpoint(stage.tenant.endpoint);
	world.successFactors.setEndpoint(stage.employees.endpoint);
	world.learning.setEndpoint(stage.learners.endpoint);
	world.directory.setEndpoint(stage.directory.endpoint);
	return stage;
}

/** Plays the story in a host: real notices over HTTP to the production URLs of its workflows. */
export async function runStory(
	host: Host,
	world: World,
	{ onRow = () => undefined, without = [] }: StoryOptions = {},
): Promise<Story> {
	const stage = await setUp(host, world, without);
	const rows: Row[] = [];
	for (const step of createStorySteps(world, stage)) {
		const row = await rowOf(rows.length + 1, step, world, stage);
		rows.push(row);
		onRow(row);
	}
	return {
		rows,
		expected: rows.every(({ expected }) => expected),
		published: stage.tenant.published,
	};
}
