import type { Host, Published, WorkflowJson } from './host';
import type { Promised } from './promises';
import { buildScenes, type Played, type Scene, type Stage } from './scenes';
import type { Seen, Step } from './step';
import { createStorySteps } from './storySteps';
import type { FaultyProxy } from '../test/support/proxy';
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

async function take(step: Step, { proxy, published }: Played): Promise<Seen> {
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
		const seen = await take(step, stage[step.scene]);
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

	async function open({ workflow, credentials, proxy }: Scene): Promise<Played> {
		const published = await host.publish(withoutDelay(workflow), credentials);
		const url = endpointUrl(published.webhookBase, workflow);
		return { published, endpoint: { url, user, password }, proxy };
	}

	const scenes = buildScenes(world, without);
	const tenant = await open(scenes.tenant);
	const [leavers, employees, learners, directory] = await Promise.all([
		open(scenes.leavers),
		open(scenes.employees),
		open(scenes.learners),
		open(scenes.directory),
	]);
	const stage = { tenant, leavers, employees, learners, directory };
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
	const steps = createStorySteps(world, stage);
	const rows: Row[] = [];

	async function playBehind(proxy: FaultyProxy): Promise<void> {
		for (const [position, step] of steps.entries()) {
			if (stage[step.scene].proxy !== proxy) continue;
			const row = await rowOf(position + 1, step, world, stage);
			rows.push(row);
			onRow(row);
		}
	}
	// What waits for one application does not keep the others waiting.
	await Promise.all([world.proxy, world.otherProxy].map(playBehind));
	rows.sort((one, other) => one.number - other.number);
	return {
		rows,
		expected: rows.every(({ expected }) => expected),
		published: stage.tenant.published,
	};
}
