import type { JsonObject } from '../../src/model/json';
import type { Clock } from '../../src/model/ports';
import { isAuthorized, type Authentication } from './authentication';
import { realClock } from './clock';
import type { Fault } from './faults';
import { startFaultyServer, type FaultyServer } from './faultyServer';
import type { Answer, Call } from './loopback';
import { callEndpoint, type Endpoint, type EndpointAnswer } from './notice';
import { createOdataApi, createSessions, odataErrorAnswer } from './odataApi';
import { randomUuid, seededRandom } from './random';
import { createScimApi } from './scimApi';
import { errorAnswer, ScimError } from './scimError';
import { createScimStore, type ScimStore } from './scimStore';
import { soapNotice } from './soapNotice';
import {
	createEmployments,
	odataUserOf,
	scimUserOf,
	type Employment,
} from './successFactorsPeople';

export interface PermissionGroup {
	readonly id: string;
	readonly name: string;
	/** Their `userId`s. */
	readonly members: readonly string[];
}

export interface SuccessFactors extends FaultyServer<Fault['do']> {
	/** The API host: `/odata/v2` and `/rest/iam/scim/v2` are below it. */
	readonly url: string;
	readonly authentication: Authentication & { readonly kind: 'basic' };
	hire(change?: Partial<Employment>): Employment;
	/** The attributes that are given take the place of those that are there. */
	change(userId: string, change: Partial<Employment>): void;
	/** A record of its own, which holds from this moment on (ms since 1970); nobody is told when it begins. */
	plan(userId: string, from: number, change: Partial<Employment>): void;
	leave(userId: string): void;
	/** Event Subscription Management. */
	setEndpoint(endpoint: Endpoint): void;
	/** A notice of events about this employment. */
	publishEvent(userId: string): Promise<EndpointAnswer>;
	createGroup(group: PermissionGroup): void;
	/** Sessions of the OData API that were opened. */
	sessions(): number;
	/** So many of the next questions about users find nobody. */
	hideFrom(questions: number): void;
	/** From now on links to next pages begin with this. */
	linkFrom(origin: string): void;
}

export interface SuccessFactorsOptions {
	readonly seed?: number;
	readonly faults?: readonly Fault[];
	readonly clock?: Clock;
	readonly authentication?: SuccessFactors['authentication'];
	/** A tenant that refuses filters over these paths. */
	readonly unfilterable?: readonly string[];
}

const ODATA = '/odata/v2';
const SCIM = '/rest/iam/scim/v2';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Members in one answer of the SCIM API. */
const MEMBERS = 100;

/** A simulated tenant of SAP SuccessFactors: both of its read APIs over the same people. */
export async function startSuccessFactors(
	options: SuccessFactorsOptions = {},
): Promise<SuccessFactors> {
	const { seed = 1, faults, clock = realClock, unfilterable = [] } = options;
	const authentication = options.authentication ?? {
		kind: 'basic',
		user: 'api@ACMEEX',
		password: 'api-secret',
	};
	const employments = new Map<string, Employment>();
	const planned: Array<readonly [from: number, begin: () => void]> = [];
	const groups = new Map<string, PermissionGroup>();
	const create = createEmployments(seed, () => clock.now());
	let linkOrigin: string | undefined;
	let hiddenFrom = 0;
	let endpoint: Endpoint | undefined;
	const sessions = createSessions();

	const odata = createOdataApi({
		prefix: ODATA,
		keys: { User: 'userId' },
		hidden: (set, { status }) => set === 'User' && status !== 't' && status !== 'T',
		unfilterable,
		linkOrigin: () => linkOrigin,
		rows(set, query) {
			const people = [...employments.values()];
			const service = `https://api.sf.example.com${ODATA}`;
			if (set === 'User' && hiddenFrom-- > 0) return [];
			if (set === 'User') return people.map((one) => odataUserOf(one, service));
			if (set === 'PerPerson') {
				return people.map(({ perPersonUuid, personIdExternal }) => ({
					perPersonUuid,
					personIdExternal,
				}));
			}
			if (set === 'DynamicGroup') return [...groups.values()].map(dynamicGroupOf);
			if (set !== 'getUsersByDynamicGroup') return undefined;
			const { members = [] } = groups.get((query.get('groupId') ?? '').replace('L', '')) ?? {};
			return members.map((userId) => ({
				userId,
				userName: employments.get(userId)?.username ?? '',
			}));
		},
	});
	const scim = createScimApi({
		store: scimViewOf(employments, groups),
		prefix: SCIM,
		readOnly: true,
		cutLists: { Group: { attribute: 'members', most: MEMBERS } },
	});

	function change(userId: string, to: Partial<Employment>): void {
		const one = employments.get(userId);
		if (!one) throw new Error(`There is no ${userId}.`);
		employments.set(userId, { ...one, lastModified: clock.now(), ...to });
	}

	function apply(call: Call): Answer {
		// Who asks for a span of time is shown what is still to come.
		const until = /[?&](?:asOfDate|toDate)=/.test(call.path) ? Infinity : clock.now();
		for (const plan of planned.splice(0)) {
			const [from, begin] = plan;
			if (from <= until) begin();
			else planned.push(plan);
		}
		const isOdata = call.path.startsWith(ODATA);
		if (!isAuthorized(call.headers['authorization'], authentication)) {
			return isOdata
				? odataErrorAnswer(
						401,
						'LoginException',
						'[LGN0022]Authentication credentials are required.',
					)
				: errorAnswer(401, 'Authentication failed.');
		}
		if (isOdata) return sessions.answer(call, odata(call));
		return malformedId(call) ?? scim(call, {});
	}

	const server = await startFaultyServer({ faults, clock, apply });
	return {
		...server,
		url: server.origin,
		authentication,
		hire(change) {
			const one = create(change);
			employments.set(one.userId, one);
			return one;
		},
		change,
		plan: (userId, from, to) => void planned.push([from, () => change(userId, to)]),
		setEndpoint(to) {
			endpoint = to;
		},
		async publishEvent(userId) {
			if (endpoint === undefined) throw new Error('No endpoint is set.');
			return await callEndpoint(endpoint, {
				method: 'POST',
				body: soapNotice({ events: [{ keys: { userId } }] }),
				contentType: 'text/xml; charset=utf-8',
			});
		},
		leave: (userId) => void employments.delete(userId),
		createGroup: (group) => void groups.set(group.id, group),
		sessions: () => sessions.opened(),
		hideFrom: (questions) => {
			hiddenFrom = questions;
		},
		linkFrom: (origin) => {
			linkOrigin = origin;
		},
	};
}

function dynamicGroupOf({ id, name }: PermissionGroup): JsonObject {
	return { groupID: id, groupName: name, groupType: 'permission' };
}

function malformedId({ path }: Call): Answer | undefined {
	const [, id] = new RegExp(`^${SCIM}/Users/([^/?]+)`).exec(path) ?? [];
	if (id === undefined || UUID.test(id)) return undefined;
	return errorAnswer(400, 'The id is not a UUID.', 'invalidValue');
}

function scimViewOf(
	employments: ReadonlyMap<string, Employment>,
	groups: ReadonlyMap<string, PermissionGroup>,
): ScimStore {
	function groupOf({ id, name, members }: PermissionGroup): JsonObject {
		return {
			schemas: [
				'urn:ietf:params:scim:schemas:core:2.0:Group',
				'urn:ietf:params:scim:schemas:extension:sap:2.0:Group',
			],
			id,
			displayName: name,
			members: members.flatMap((userId) => {
				const one = employments.get(userId);
				return one ? [{ value: one.uuid, type: 'User' }] : [];
			}),
			'urn:ietf:params:scim:schemas:extension:sap:2.0:Group': { type: 'userGroup' },
			meta: { resourceType: 'Group' },
		};
	}
	const all: ScimStore['all'] = (type, _ago, where = () => true) => {
		const shown =
			type === 'User'
				? [...employments.values()].map(scimUserOf)
				: [...groups.values()].map(groupOf);
		return shown.filter(where);
	};
	return {
		...createScimStore(),
		all,
		get(type, id) {
			const found = all(type).find((one) => one['id'] === id);
			if (found === undefined) throw new ScimError(404, `${type} not found.`);
			return found;
		},
	};
}

/** For tests that need an id that nobody has. */
export function unknownUuid(): string {
	return randomUuid(seededRandom(99));
}
