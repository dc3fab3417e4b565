/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test against a running n8n; not shipped */
import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityType } from '../../../src/model/entity';
import { callEndpoint, type Endpoint, type EndpointAnswer } from '../../support/notice';
import type { SourceChange } from './source';
import type { Mode } from './traffic';
import type { QueueWorld } from './world';

/** How the answers of one mode came out. */
export interface Tally {
	/** Whole notices, whatever number of calls they took. */
	notices: number;
	/** Answers by status; `none`: the connection broke, or there was none. */
	answers: Record<string, number>;
	/** `finished` only: 2xx that say done, and those of them that were not true. */
	claims: number;
	/** Of those: true when the run looked, and another run wrote before the answer was here. */
	overtaken: number;
	/** Each with what it takes to understand it. */
	lies: string[][];
	/** Notices that the source stopped to repeat. */
	givenUp: number;
	/** Milliseconds of each call that was answered. */
	durations: number[];
}

const TRIES = 20;
const PAUSE = 3_000;

const emptyTally = (): Tally => ({
	notices: 0,
	answers: {},
	claims: 0,
	overtaken: 0,
	lies: [],
	givenUp: 0,
	durations: [],
});

/** The source as a caller: it repeats whatever may be repeated, a few seconds later. */
export function createDelivery(
	world: QueueWorld,
	/** `undefined`: whoever stands before n8n has nobody to hand a call to. */
	endpointOf: (mode: Mode, entityType: EntityType) => Endpoint | undefined,
) {
	const tallies: Record<Mode, Tally> = { finished: emptyTally(), received: emptyTally() };

	/** What the two sides hold, and who wrote it since. */
	function evidence(id: string, earlier: number): string[] {
		const { source, target } = world.sides(id);
		const writes = world.target.ledger.entries
			.slice(earlier)
			.filter(
				({ applied, method, path }) =>
					applied &&
					method !== 'GET' &&
					target?.['id'] !== undefined &&
					path.includes(String(target['id'])),
			)
			.map(({ time, method, headers, body, fault }) =>
				JSON.stringify({ time, method, by: headers['x-correlation-id'], fault, body }),
			);
		return [
			`  source ${JSON.stringify(source)}`,
			`  target ${JSON.stringify(target)}`,
			...writes.map((line) => `  ${line}`),
		];
	}

	async function call(
		tally: Tally,
		mode: Mode,
		{ entityType, id, kind }: SourceChange,
	): Promise<EndpointAnswer | undefined> {
		const from = world.ticks.now();
		const earlier = world.target.ledger.entries.length;
		const started = performance.now();
		const endpoint = endpointOf(mode, entityType);
		const form =
			kind === 'deleted'
				? ({ method: 'DELETE', id } as const)
				: ({ method: 'POST', body: JSON.stringify({ id }) } as const);
		const answer = endpoint && (await callEndpoint(endpoint, form).catch(() => undefined));
		// Nothing may come between the answer and this look.
		if (mode === 'finished' && (answer?.status === 200 || answer?.status === 204)) {
			tally.claims += 1;
			const when = world.truth.holds(entityType, id, from, world.ticks.now());
			if (when === 'meanwhile') tally.overtaken += 1;
			if (when === 'never') {
				tally.lies.push([`${kind} ${entityType} ${id}: ${answer.body}`, ...evidence(id, earlier)]);
			}
		}
		const status = answer === undefined ? 'none' : String(answer.status);
		tally.answers[status] = (tally.answers[status] ?? 0) + 1;
		if (answer) tally.durations.push(performance.now() - started);
		return answer;
	}

	const isRepeatable = (answer: EndpointAnswer | undefined, isPatient: boolean) =>
		answer === undefined ||
		answer.status === 429 ||
		answer.status >= 500 ||
		(isPatient && answer.status === 202);

	return {
		tallies,
		/** `isPatient`: the caller also wants to know how a run that takes longer has ended. */
		async deliver(mode: Mode, change: SourceChange, isPatient = false): Promise<void> {
			const tally = tallies[mode];
			tally.notices += 1;
			for (let made = 1; isRepeatable(await call(tally, mode, change), isPatient); made += 1) {
				if (made === TRIES) {
					tally.givenUp += 1;
					return;
				}
				await sleep(PAUSE);
			}
		},
	};
}

/** Works a list off in parallel lanes; a lane that waits holds up only itself. */
export async function inLanes<T>(
	lanes: number,
	list: readonly T[],
	work: (entry: T, position: number) => Promise<void>,
): Promise<void> {
	let next = 0;
	async function lane(): Promise<void> {
		while (next < list.length) {
			const position = next++;
			const entry = list[position];
			if (entry !== undefined) await work(entry, position);
		}
	}
	await Promise.all(Array.from({ length: lanes }, lane));
}
