import { randomUUID } from 'node:crypto';
import type { INodeExecutionData } from 'n8n-workflow';
import type { ParsedNotice } from '../../../src/endpoint';
import type { ChangeNotice } from '../../../src/model/notice';
import type { ReadBack } from './readBack';
import { isTestUser } from './testUsers';

/** The entity of an item, where it comes from, and why there is none although it was to be read. */
function entityOf({ entity, entityId, kind }: ParsedNotice, read: ReadBack | undefined) {
	const variables = { entityIdSourceSystem: entityId };
	if (read === undefined) {
		const entityOrigin = entity === undefined ? 'none' : 'notice';
		return { ...(entity !== undefined && { entity }), entityOrigin, variables };
	}
	if (read.status === 'read') {
		return { entity: read.entity, entityOrigin: 'source', variables: read.variables };
	}
	const none = { entityOrigin: 'none', variables };
	if (read.status === 'skipped') return { ...none, readSkipped: { reason: read.reason } };
	if ('error' in read) return { ...none, readError: { ...read.error } };
	if (kind === 'deleted') return none;
	const readError = {
		code: 'request.notFound',
		message: 'The source shows no entity with this ID',
		hint: "It may be late, or the ID of another API version: compare 'API Version' with the source.",
	};
	return { ...none, readError };
}

export interface Circumstances {
	/** ISO 8601, UTC. */
	readonly receivedAt: string;
	/** As in {@link ChangeNotice}. */
	readonly readAfter?: string;
	/** See {@link isTestUser}. */
	readonly testUsers: string;
	/** Absent when the trigger does not read back. */
	readonly read?: ReadBack;
}

/** What a trigger emits for one entity. Never a header: whatever is on an item is stored by n8n. */
export function toItem(
	parsed: ParsedNotice,
	{ receivedAt, readAfter, testUsers, read }: Circumstances,
): INodeExecutionData {
	const { system, systemId, entityType, entityId, idKind, event } = parsed;
	// What the source still shows has not been deleted, or is there again.
	const isThere = read !== undefined && read.status !== 'absent' && read.status !== 'unread';
	const kind = isThere ? 'changed' : parsed.kind;
	const test = isTestUser(testUsers, parsed, read);
	const who = { system, systemId, entityType, entityId, idKind };
	const when = { receivedAt, ...(readAfter !== undefined && { readAfter }) };
	const notice: ChangeNotice = { ...who, kind, test, ...when, correlationId: randomUUID() };
	return {
		json: {
			notice: { ...notice },
			...(event !== undefined && { event }),
			...entityOf(parsed, read),
		},
	};
}
