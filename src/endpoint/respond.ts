import type { EntityType } from '../model/entity';
import { isObject, member, type Json, type JsonObject } from '../model/json';
import type { ParsedNotices } from './parse';
import { REFUSALS, type Refusal, type RefusalCode } from './refusal';

export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: Json;
	/** Sent as it is, instead of a body. */
	readonly text?: string;
}

export const SCIM_TYPE = 'application/scim+json; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
const CHALLENGE = 'Basic realm="ipsproxy", charset="UTF-8"';
const CORE = 'urn:ietf:params:scim:schemas:core:2.0';
const MESSAGES = 'urn:ietf:params:scim:api:messages:2.0';

/** RFC 7644, section 3.12. */
export function scimError({ status, detail, scimType }: Refusal): JsonObject {
	return {
		schemas: [`${MESSAGES}:Error`],
		status: `${status}`,
		...(scimType !== undefined && { scimType }),
		detail,
	};
}

function refusal(refused: Refusal): Answer {
	return {
		status: refused.status,
		headers: {
			'Content-Type': SCIM_TYPE,
			...(refused.status === 401 && { 'WWW-Authenticate': CHALLENGE }),
			...(refused.retryAfter !== undefined && { 'Retry-After': `${refused.retryAfter}` }),
			...(refused.close && { Connection: 'close' }),
		},
		body: scimError(refused),
	};
}

export function refusalAnswer(code: RefusalCode): Answer {
	return refusal(REFUSALS[code]);
}

/** RFC 7644, section 3.4.2. */
export function listAnswer(resources: readonly Json[]): Answer {
	const body = {
		schemas: [`${MESSAGES}:ListResponse`],
		totalResults: resources.length,
		itemsPerPage: resources.length,
		startIndex: 1,
		Resources: [...resources],
	};
	return { status: 200, headers: { 'Content-Type': SCIM_TYPE }, body };
}

/** To whoever only looks: an empty list, or the entity without anything about it. */
export function lookAnswer(entityType: EntityType, entityId?: string): Answer {
	if (entityId === undefined) return listAnswer([]);
	const body = { schemas: [`${CORE}:${entityType === 'user' ? 'User' : 'Group'}`], id: entityId };
	return { status: 200, headers: { 'Content-Type': SCIM_TYPE }, body };
}

/** To a call that only tries the connection. */
export function testAnswer(): Answer {
	return { status: 200, headers: { 'Content-Type': JSON_TYPE }, body: { status: 'OK' } };
}

type Accepted = Extract<ParsedNotices, { status: 'accepted' }>;

/** Which entities an answer is about, and which entries were left out and why. */
export function describeCall({ notices, refused }: Accepted): JsonObject {
	const ids = notices.map(({ entityId }) => entityId);
	const left = refused.map(({ index, code }) => ({ index, detail: REFUSALS[code].detail }));
	return {
		...(ids.length === 1 && left.length === 0 ? { id: ids[0] ?? '' } : { ids }),
		...(left.length > 0 && { refused: left }),
	};
}

export function acceptedBody(call: JsonObject): JsonObject {
	return { ...call, status: 'ACCEPTED' };
}

/** An answer in the words of a caller that does not understand ours. */
export type Translate = (answer: Answer) => Answer;

export interface FinishedRun {
	readonly method: string;
	/** See {@link describeCall}. */
	readonly call: JsonObject;
	/** What the last node put out; absent when the run failed. */
	readonly items?: readonly Json[];
	/** The trigger was to read the entities and could not. */
	readonly isUnread?: boolean;
	/** For sources that switch themselves off after failures: what a repeat cannot cure is 200. */
	readonly isLenient: boolean;
}

const RETRY_AFTER = 30;

function isUndone(outcome: JsonObject): boolean {
	return outcome['state'] === 'failed' || outcome['state'] === 'notProvisioned';
}

/** Target and code say where to look; the reason may name a person. */
function describeFailure(outcome: JsonObject): string {
	const system = member(outcome, 'system');
	const code = member(member(outcome, 'error'), 'code');
	return `The target ${String(system)} did not take the change: ${String(code ?? 'failed')}.`;
}

function unfinished(call: JsonObject, status: 'HELD' | 'RUNNING' | 'ACCEPTED'): Answer {
	return { status: 202, headers: { 'Content-Type': JSON_TYPE }, body: { ...call, status } };
}

export function runningAnswer(call: JsonObject): Answer {
	return unfinished(call, 'RUNNING');
}

export function acceptedAnswer(call: JsonObject): Answer {
	return unfinished(call, 'ACCEPTED');
}

function repeatLater(detail: string, outcomes: readonly JsonObject[]): Answer {
	const waits = outcomes.map((outcome) => Number(member(outcome, 'retryAfter') ?? 0));
	const retryAfter = Math.ceil(Math.max(RETRY_AFTER, ...waits.filter(Number.isFinite)));
	return refusal({ status: 503, detail, retryAfter });
}

/** What the run did, as a status the source can act on: repeat, give up, or be content. */
export function finishedAnswer(run: FinishedRun): Answer {
	const { method, call, items, isUnread, isLenient } = run;
	if (items === undefined) return repeatLater('The run failed.', []);
	// The last node had nothing to say: stored and run, but nobody knows what became of it.
	if (items.length === 0) return acceptedAnswer(call);

	const outcomes = items.map((item) => member(item, 'outcome')).filter(isObject);
	// A target that came to an outcome has read the source by itself.
	if (isUnread && outcomes.length === 0) return repeatLater('The source could not be read.', []);
	const repeatable = outcomes.filter((one) => isUndone(one) && one['repeatable'] === true);
	if (repeatable[0] !== undefined) return repeatLater(describeFailure(repeatable[0]), repeatable);

	const results = outcomes.map((outcome) => ({
		target: member(outcome, 'system') ?? null,
		operation: member(outcome, 'operation') ?? null,
		state: member(outcome, 'state') ?? null,
	}));
	const headers = { 'Content-Type': JSON_TYPE };
	const failed = outcomes.find((outcome) => outcome['state'] === 'failed');
	if (failed !== undefined && !isLenient) {
		return refusal({ status: 422, scimType: 'invalidValue', detail: describeFailure(failed) });
	}
	if (failed !== undefined) {
		return { status: 200, headers, body: { ...call, status: 'ERROR', results } };
	}
	if (outcomes.some((outcome) => outcome['state'] === 'held')) return unfinished(call, 'HELD');
	if (method === 'DELETE') return { status: 204, headers: {} };
	return { status: 200, headers, body: { ...call, status: 'SUCCESS', results } };
}
