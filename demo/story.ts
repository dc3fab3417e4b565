import { isObject, type JsonObject } from '../src/model/json';
import { sameJson } from '../test/support/sameJson';
import type { Execution, Host, Published } from './host';
import { createStorySteps, waitOf, type Seen, type Step } from './storySteps';
import type { Row } from './table';
import { buildCredentials, buildWorkflow, endpointUrl, TARGET_NODE } from './workflow';
import type { World } from './world';

export interface Story {
	readonly rows: readonly Row[];
	/** Every row is as expected. */
	readonly expected: boolean;
	readonly published: Published;
}

const RESULTS: Record<string, string> = { alreadyProvisioned: 'already provisioned' };

function outcomeItem(execution: Execution | undefined): {
	outcome?: JsonObject;
	change?: JsonObject;
} {
	const [item] = execution?.items[TARGET_NODE] ?? [];
	const part = (name: string) => (isObject(item?.[name]) ? item[name] : undefined);
	return { outcome: part('outcome'), change: part('change') };
}

function writesOf({ calls }: Seen): string[] {
	return calls
		.filter(({ method }) => method !== 'GET')
		.map(({ method, status }) => `${method} ${status ?? 'unanswered'}`);
}

function accountFaults(step: Step, { account }: Seen): string[] {
	const wanted = step.account?.();
	if (wanted === undefined) return account === undefined ? [] : ['there is an account'];
	if (account === undefined) return ['there is no account'];
	return Object.entries(wanted)
		.filter(([name, value]) => !sameJson(account[name], value))
		.map(
			([name, value]) =>
				`${name} is ${JSON.stringify(account[name])}, not ${JSON.stringify(value)}`,
		);
}

/** Whatever is on an item is stored by n8n and shown to everybody who may see the workflow. */
function leaks({ answer, executions }: Seen, secrets: readonly string[]): string[] {
	const text = JSON.stringify([answer, executions]);
	return secrets.some((secret) => text.includes(secret)) ? ['a secret is on an item'] : [];
}

/** What is not as the step wants it; empty when all is well. */
function faultsOf(step: Step, seen: Seen, { secrets }: World): string[] {
	const { answer, executions, outcome, calls } = seen;
	const pairs: [string, unknown, unknown][] = [
		['answer', answer.status, step.answer],
		[
			'executions',
			executions.map(({ status }) => status).join() || 'none',
			step.state === undefined ? 'none' : 'success',
		],
		['state', outcome?.['state'], step.state],
		['repeatable', outcome?.['repeatable'] ?? false, step.repeatable ?? false],
		['writes', writesOf(seen).join() || 'none', step.writes.join() || 'none'],
		['requests', calls.length, step.requests ?? calls.length],
	];
	const wrong = pairs
		.filter(([, got, wanted]) => got !== wanted)
		.map(([what, got, wanted]) => `${what} ${String(got)}, not ${String(wanted)}`);
	if (answer.status !== step.answer)
		wrong.push(`it said ${answer.body.slice(0, 200) || 'nothing'}`);
	const early = waitOf(calls) < (step.waits ?? 0) ? ['it did not wait'] : [];
	const reason = wrong.length > 0 && outcome ? [String(outcome['reason'])] : [];
	return [...wrong, ...early, ...accountFaults(step, seen), ...leaks(seen, secrets), ...reason];
}

async function take(step: Step, world: World, published: Published): Promise<Seen> {
	const before = (await published.executions()).length;
	world.proxy.ledger.clear();
	try {
		const answer = await step.act();
		const executions = (await published.executions()).slice(before);
		return {
			answer,
			executions,
			...outcomeItem(executions[0]),
			calls: [...world.proxy.ledger.entries],
			account: world.target.users().find(({ userName }) => userName === step.userName),
		};
	} finally {
		await step.after?.();
	}
}

async function rowOf(number: number, step: Step, world: World, published: Published): Promise<Row> {
	const { source, notice } = step;
	const target = step.state === undefined ? '-' : 'SCIM directory';
	const common = { number, source, notice, target };
	try {
		const seen = await take(step, world, published);
		const faults = faultsOf(step, seen, world);
		const state = String(seen.outcome?.['state'] ?? `refused ${seen.answer.status}`);
		const expected = faults.length === 0;
		const why = expected ? step.why(seen) : faults.join('; ');
		return { ...common, result: RESULTS[state] ?? state, why, expected };
	} catch (error) {
		return { ...common, result: 'broken', why: String(error), expected: false };
	}
}

/**
 * Plays the story in a host: real notices over HTTP to the production URL of the example workflow.
 * @param onRow is told of each row when its step has ended
 */
export async function runStory(
	host: Host,
	world: World,
	onRow: (row: Row) => void = () => undefined,
): Promise<Story> {
	const published = await host.publish(buildWorkflow(world.jonas), buildCredentials(world));
	const { user, password } = world.caller;
	const endpoint = { url: endpointUrl(published.webhookBase), user, password };
	world.source.setEndpoint(endpoint);
	const rows: Row[] = [];
	for (const step of createStorySteps(world, endpoint)) {
		const row = await rowOf(rows.length + 1, step, world, published);
		rows.push(row);
		onRow(row);
	}
	return { rows, expected: rows.every(({ expected }) => expected), published };
}
