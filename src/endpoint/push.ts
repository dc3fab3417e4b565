import type { Json, JsonObject } from '../model/json';
import { readAddress } from './address';
import { LIMITS } from './limits';
import type { BulkOperation, ParsedNotice } from './parse';
import { REFUSALS, type RefusalCode } from './refusal';
import { listAnswer, SCIM_TYPE, scimError, type Answer } from './respond';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0';
const HEADERS = { 'Content-Type': SCIM_TYPE };
const RESOURCE_TYPES = [
	{ resourceType: 'User', path: 'Users' },
	{ resourceType: 'Group', path: 'Groups' },
] as const;

function locationOf({ entityType, entityId }: ParsedNotice, base: string): string {
	return `${base}/${entityType === 'user' ? 'Users' : 'Groups'}/${encodeURIComponent(entityId)}`;
}

/** A call of a SCIM client that pushes whole users. */
export interface Pushed {
	readonly method: string;
	readonly notice: ParsedNotice;
	/** Public address of the system, without a slash at its end. */
	readonly base: string;
}

/**
 * The same answer in the words of a SCIM server (RFC 7644, section 3): what was taken is shown as a
 * resource. Only its sender sees it; nobody keeps it.
 */
export function pushAnswer(answer: Answer, { method, notice, base }: Pushed): Answer {
	// 202: nobody knows yet, or somebody has to decide first. A SCIM client takes it for done.
	if (answer.status >= 400) return answer;
	if (method === 'DELETE') return { status: 204, headers: {} };
	const resourceType = notice.entityType === 'user' ? 'User' : 'Group';
	const location = locationOf(notice, base);
	const body: JsonObject = {
		schemas: [`${CORE}:${resourceType}`],
		...notice.entity,
		id: notice.entityId,
		meta: { resourceType, location },
	};
	const isNew = method === 'POST';
	return {
		status: isNew ? 201 : 200,
		headers: { ...HEADERS, ...(isNew && { Location: location }) },
		body,
	};
}

/** A bulk request of a SCIM client. */
export interface PushedBulk {
	readonly operations: readonly BulkOperation[];
	readonly base: string;
	/** Why the trigger does not want a notice that could be read. */
	refusalOf(notice: ParsedNotice): RefusalCode | undefined;
}

const STATUS_OF_METHOD: Readonly<Record<string, string>> = { POST: '201', DELETE: '204' };

/** The same answer for each operation of a bulk request (RFC 7644, section 3.7.3). */
export function bulkAnswer(answer: Answer, { operations, base, refusalOf }: PushedBulk): Answer {
	if (answer.status >= 400) return answer;
	const Operations = operations.map(({ result, ...call }): Json => {
		const code = typeof result === 'string' ? result : refusalOf(result);
		if (code !== undefined) {
			const response = scimError(REFUSALS[code]);
			return { ...call, status: `${REFUSALS[code].status}`, response };
		}
		const location = typeof result === 'string' ? '' : locationOf(result, base);
		return { ...call, location, status: STATUS_OF_METHOD[call.method] ?? '200' };
	});
	const schemas = ['urn:ietf:params:scim:api:messages:2.0:BulkResponse'];
	return { status: 200, headers: HEADERS, body: { schemas, Operations } };
}

/** RFC 7643, section 5. */
const CONFIGURATION: JsonObject = {
	schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
	patch: { supported: true },
	bulk: { supported: true, maxOperations: LIMITS.entries, maxPayloadSize: LIMITS.bodyBytes },
	filter: { supported: false, maxResults: 0 },
	changePassword: { supported: false },
	sort: { supported: false },
	etag: { supported: false },
	authenticationSchemes: [],
};

const SCHEMAS: readonly Json[] = RESOURCE_TYPES.map(({ resourceType }) => ({
	id: `${CORE}:${resourceType}`,
	name: resourceType,
}));

const TYPES: readonly Json[] = RESOURCE_TYPES.map(({ resourceType, path }) => ({
	schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
	id: resourceType,
	name: resourceType,
	endpoint: `/${path}`,
	schema: `${CORE}:${resourceType}`,
}));

/** What a SCIM client asks about the service itself. @throws Refused `unknownPath` */
export function discoveryAnswer(target: string): Answer {
	const word = readAddress(target).entityWord.toLowerCase();
	if (word === 'serviceproviderconfig') {
		return { status: 200, headers: HEADERS, body: CONFIGURATION };
	}
	return listAnswer(word === 'schemas' ? SCHEMAS : TYPES);
}
