import { isObject, type JsonObject } from '../../src/model/json';
import type { Clock } from '../../src/model/ports';
import { isAuthorized, type Authentication } from './authentication';
import type { Fault } from './faults';
import { startFaultyServer, type FaultyServer } from './faultyServer';
import { viewOfVersion1 } from './identityAuthenticationV1';
import type { Answer, Call } from './loopback';
import { callEndpoint, sendChanged, sendDeleted, USUAL_FORM } from './notice';
import type { Endpoint, EndpointAnswer, NoticeForm } from './notice';
import { randomUuid, seededRandom } from './random';
import { createScimApi } from './scimApi';
import { errorAnswer } from './scimError';
import { patched } from './scimPatch';
import { createScimStore, type ResourceType } from './scimStore';

/** What an administrator does leads to a change and, with an endpoint set, to a notice. */
export interface Done {
	/** UUID: the id of version 2 of the SCIM API. */
	readonly id: string;
	/** Absent when no endpoint is set. */
	readonly answer?: EndpointAnswer;
}

export interface IdentityAuthentication extends FaultyServer<Fault['do']> {
	/** The tenant; version 2 of the SCIM API is below `/scim`, version 1 below `/service/scim`. */
	readonly url: string;
	/** Of the technical user that may read. */
	readonly authentication: Authentication & { readonly kind: 'basic' };
	/** Users & Authorizations > Real-Time Provisioning. */
	setEndpoint(endpoint: Endpoint, form?: Partial<NoticeForm>): void;
	/** The button of that page. */
	testConnection(): Promise<EndpointAnswer>;
	createUser(attributes: JsonObject): Promise<Done>;
	/** The attributes that are given take the place of those that are there; null clears. */
	updateUser(id: string, change: JsonObject): Promise<Done>;
	deleteUser(id: string): Promise<Done>;
	/** User Management > Provision Users: the same notice again. */
	provision(id: string): Promise<Done>;
	createGroup(attributes: JsonObject): string;
	/** What a REST client of the administrator says about a group: the application itself does not. */
	reportGroup(id: string): Promise<EndpointAnswer>;
	/** Attributes that are given take the place of those that are there. */
	changeGroup(id: string, attributes: JsonObject): void;
	deleteGroup(id: string): void;
	user(id: string): JsonObject;
}

const PREFIX = '/scim';
const PREFIX_VERSION_1 = '/service/scim';
/** Of an answer without paging inside of the list. */
const CUT_LISTS = {
	User: { attribute: 'groups', most: 1000 },
	Group: { attribute: 'members', most: 20_000 },
};
const SAP_USER = 'urn:ietf:params:scim:schemas:extension:sap:2.0:User';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The part of a user that Identity Authentication itself writes. */
function withSapExtension(attributes: JsonObject, id: string, userId: () => string): JsonObject {
	const extension = attributes[SAP_USER];
	const given = isObject(extension) ? extension : {};
	const status = attributes['active'] === false ? 'inactive' : 'active';
	const own = { userId: given['userId'] ?? userId(), userUuid: id, sourceSystem: 0, status };
	return { ...attributes, [SAP_USER]: { mailVerified: true, ...given, ...own } };
}

function createTenantStore(seed: number, clock?: Clock) {
	const random = seededRandom(seed);
	let last = 122;
	const nextUserId = () => `P${String(++last).padStart(6, '0')}`;
	return createScimStore({
		clock,
		createId: () => randomUuid(random),
		complete: (type: ResourceType, id, attributes) =>
			type === 'User' ? withSapExtension(attributes, id, nextUserId) : attributes,
	});
}

/** An id of the other API version is no id at all for this one: 400, not 404. */
function malformedId({ path }: Call): Answer | undefined {
	const [, id] = /^\/scim\/(?:Users|Groups)\/([^/?]+)/.exec(path) ?? [];
	if (id === undefined || UUID.test(id)) return undefined;
	return errorAnswer(400, 'The id is not a UUID.', 'invalidValue');
}

/** A simulated tenant of SAP Identity Authentication: its read API and its notices. */
export async function startIdentityAuthentication(
	options: { seed?: number; faults?: readonly Fault[]; clock?: Clock } = {},
): Promise<IdentityAuthentication> {
	const { seed = 1, faults, clock } = options;
	const authentication = { kind: 'basic', user: 'reader', password: 'reader-secret' } as const;
	const store = createTenantStore(seed, clock);
	const version2 = createScimApi({ store, prefix: PREFIX, readOnly: true, cutLists: CUT_LISTS });
	const version1 = createScimApi({
		store: viewOfVersion1(store),
		prefix: PREFIX_VERSION_1,
		readOnly: true,
	});
	const server = await startFaultyServer({
		faults,
		clock,
		apply(call, quirks) {
			if (!isAuthorized(call.headers['authorization'], authentication)) {
				return errorAnswer(401, 'Authentication failed.');
			}
			if (call.path.startsWith(PREFIX_VERSION_1)) return version1(call, quirks);
			return malformedId(call) ?? version2(call, quirks);
		},
	});
	let endpoint: Endpoint | undefined;
	let form: NoticeForm = USUAL_FORM;

	async function tell(id: string): Promise<Done> {
		if (endpoint === undefined) return { id };
		return { id, answer: await sendChanged(endpoint, form, store.get('User', id)) };
	}

	return {
		...server,
		url: server.origin,
		authentication,
		setEndpoint(to, how = {}) {
			endpoint = to;
			form = { ...USUAL_FORM, ...how };
		},
		async testConnection() {
			if (endpoint === undefined) throw new Error('No endpoint is set.');
			return callEndpoint(endpoint, { method: 'GET' });
		},
		createUser: (attributes) => tell(String(store.create('User', attributes)['id'])),
		updateUser(id, change) {
			const operations = Object.entries(change).map(([path, value]) => ({
				op: 'replace',
				path,
				value,
			}));
			store.replace('User', id, patched(store.get('User', id), operations));
			return tell(id);
		},
		async deleteUser(id) {
			store.remove('User', id);
			return endpoint === undefined
				? { id }
				: { id, answer: await sendDeleted(endpoint, form, id) };
		},
		provision: tell,
		createGroup: (attributes) => String(store.create('Group', attributes)['id']),
		async reportGroup(id) {
			if (endpoint === undefined) throw new Error('No endpoint is set.');
			const url = endpoint.url.replace(/\/user$/, '/group');
			return await callEndpoint(
				{ ...endpoint, url },
				{ method: 'POST', body: JSON.stringify({ id }) },
			);
		},
		changeGroup(id, attributes) {
			store.replace('Group', id, { ...store.get('Group', id), ...attributes });
		},
		deleteGroup: (id) => store.remove('Group', id),
		user: (id) => store.get('User', id),
	};
}
