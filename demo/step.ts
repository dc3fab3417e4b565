import { member, type JsonObject } from '../src/model/json';
import type { OutcomeState } from '../src/model/outcome';
import type { Done } from '../test/support/identityAuthentication';
import type { LedgerEntry } from '../test/support/ledger';
import type { EndpointAnswer } from '../test/support/notice';
import type { Execution } from './host';
import type { SceneName } from './scenes';

/** Everything that can be known about one step from outside. */
export interface Seen {
	readonly answers: readonly EndpointAnswer[];
	/** Those that began with this step. */
	readonly executions: readonly Execution[];
	/** `outcome` of the items that the target node put out. */
	readonly outcomes: readonly JsonObject[];
	/** `change` of the first of them. */
	readonly change?: JsonObject;
	/** Requests that reached the target, refused ones included. */
	readonly calls: readonly LedgerEntry[];
	/** What the step looks at in the target, afterwards. */
	readonly account?: JsonObject;
}

export interface Step {
	readonly scene: SceneName;
	readonly source: string;
	readonly notice: string;
	/** What the endpoint answers to each call. */
	readonly answer: number;
	/** How many executions come to which end; absent: none may begin. */
	readonly ends?: Readonly<Partial<Record<OutcomeState, number>>>;
	readonly repeatable?: boolean;
	/** Writes that reach the target, with the answer, e.g. `PATCH 200`. */
	readonly writes: readonly string[];
	/** Milliseconds, at least, between the first write and the last. */
	readonly waits?: number;
	/** All requests that reach the target. */
	readonly requests?: number;
	/** The account, or what there is to know about several. */
	look(): JsonObject | undefined;
	/** Attributes of it; absent: there is no such account. */
	readonly account?: () => JsonObject;
	/** What has to be so before. */
	before?(): Promise<unknown>;
	act(): Promise<readonly EndpointAnswer[]>;
	/** When everything that the step began has ended. */
	after?(): Promise<void>;
	why(seen: Seen): string;
}

export const NO_START = () => 'no execution started';

export function reasonOf({ outcomes }: Seen): string {
	return String(outcomes[0]?.['reason']);
}

export function answersOf(...done: readonly Done[]): EndpointAnswer[] {
	return done.map(({ answer }) => {
		if (answer === undefined) throw new Error('The source application has no endpoint.');
		return answer;
	});
}

export function attributesOf(seen: Seen): string {
	const names = member(seen.change, 'attributes');
	return Array.isArray(names) ? names.join(', ') : reasonOf(seen);
}

/** Milliseconds between a write and its last repetition. */
export function waitOf(calls: readonly LedgerEntry[]): number {
	const writes = calls.filter(({ method }) => method !== 'GET');
	return (writes.at(-1)?.time ?? 0) - (writes[0]?.time ?? 0);
}
