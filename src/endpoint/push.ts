import type { Json, JsonObject } from '../model/json';
import { readAddress } from './address';
import type { ParsedNotice } from './parse';
import { listAnswer, SCIM_TYPE, type Answer } from './respond';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0';
const HEADERS = { 'Content-Type': SCIM_TYPE };
const RESOURCE_TYPES = [
	{ resourceType: 'User', path: 'Users' },
	{ resourceType: 'Group', path: 'Groups' },
] as const;

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
	const [user, group] = RESOURCE_TYPES;
	const { resourceType, path } = notice.entityType === 'user' ? user : group;
	const location = `${base}/${path}/${encodeURIComponent(notice.entityId)}`;
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

/** RFC 7643, section 5. */
const CONFIGURATION: JsonObject = {
	schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
	patch: { supported: true },
	bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
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
