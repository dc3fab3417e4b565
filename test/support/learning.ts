/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a loopback server for tests; not shipped */
import { isObject, type JsonObject } from '../../src/model/json';
import type { Clock } from '../../src/model/ports';
import { isAuthorized, type Authentication } from './authentication';
import { realClock } from './clock';
import type { Fault } from './faults';
import { startFaultyServer, type FaultyServer } from './faultyServer';
import { callEndpoint, type Endpoint, type EndpointAnswer } from './notice';
import { createPeople } from './people';
import { randomUuid, seededRandom } from './random';
import { createScimApi } from './scimApi';
import { errorAnswer, ScimError } from './scimError';
import { createScimStore, type ScimStore } from './scimStore';

export interface Learning extends FaultyServer<Fault['do']> {
	/** Ends in `/Integration.svc/ias`. */
	readonly url: string;
	readonly authentication: Authentication & { readonly kind: 'basic' };
	/** A learner with no other account; `null` takes an attribute away. */
	enrol(change?: JsonObject): JsonObject;
	leave(id: string): void;
	/** The attributes that are given take the place of those that are there. */
	change(id: string, change: JsonObject): void;
	/** `ipsAPIUrl` and `ipsSourceSystemID`. */
	setEndpoint(endpoint: Endpoint): void;
	/** What real-time sync says about this learner. */
	report(id: string): Promise<EndpointAnswer>;
	/** The most calls that were ever being answered at the same time. */
	mostAtOnce(): number;
}

const PREFIX = '/learning/public-api/rest/admin/Integration.svc/ias';
const SAP = 'urn:ietf:params:scim:schemas:extension:sap:2.0:User';
const CUSTOM = 'urn:sap:cloud:scim:schemas:extension:custom:2.0:User';

/** A simulated SAP SuccessFactors Learning: users only, pages by position. */
export async function startLearning(
	options: {
		faults?: readonly Fault[];
		clock?: Clock;
		/** Lists do not say how many results there are. */
		uncounted?: boolean;
	} = {},
): Promise<Learning> {
	const { faults, clock = realClock, uncounted } = options;
	const authentication = { kind: 'basic', user: 'lmsadmin', password: 'lms-secret' } as const;
	const random = seededRandom(5);
	const nextPerson = createPeople(5);
	const learners = new Map<string, JsonObject>();
	const store = viewOf(learners);
	const answer = createScimApi({ store, prefix: PREFIX, readOnly: true, uncounted });
	let running = 0;
	let most = 0;
	let endpoint: Endpoint | undefined;

	const server = await startFaultyServer({
		faults,
		clock,
		async apply(call, quirks) {
			running++;
			most = Math.max(most, running);
			await new Promise((resolve) => setImmediate(resolve));
			running--;
			if (!isAuthorized(call.headers['authorization'], authentication)) {
				return errorAnswer(401, 'Authentication failed.');
			}
			const isGroup = call.path.startsWith(`${PREFIX}/Groups`);
			return isGroup ? errorAnswer(404, 'Not found.') : answer(call, quirks);
		},
	});

	return {
		...server,
		url: `${server.origin}${PREFIX}`,
		authentication,
		mostAtOnce: () => most,
		leave: (id) => void learners.delete(id),
		change: (id, change) => void learners.set(id, { ...learners.get(id), ...change }),
		setEndpoint(to) {
			endpoint = to;
		},
		async report(id) {
			if (endpoint === undefined) throw new Error('No endpoint is set.');
			return await callEndpoint(endpoint, { method: 'POST', body: JSON.stringify({ id }) });
		},
		enrol(change = {}) {
			const { userName, name, emails, phoneNumbers } = nextPerson();
			const id = `EXT-${5501 + learners.size}`;
			const learner = withoutNull({
				schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', SAP, CUSTOM],
				id,
				externalId: id,
				userName: userName ?? '',
				name: name ?? null,
				locale: 'English',
				active: true,
				emails: emails ?? null,
				phoneNumbers: phoneNumbers ?? null,
				[SAP]: { userUuid: randomUuid(random) },
				[CUSTOM]: {
					siteID: 'PARTNER_SITE',
					sourceSystem: 'Learning',
					customColumns: { '110': 'Region South', '120': 'Reseller' },
				},
				meta: { resourceType: 'User', lastModified: new Date(clock.now()).toISOString() },
				...change,
			});
			learners.set(String(learner['id']), learner);
			return learner;
		},
	};
}

function withoutNull(attributes: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));
}

function viewOf(learners: ReadonlyMap<string, JsonObject>): ScimStore {
	return {
		...createScimStore(),
		all: (_type, _ago, where = () => true) => [...learners.values()].filter(isObject).filter(where),
		get(type, id) {
			const found = learners.get(id);
			if (found === undefined) throw new ScimError(404, `${type} not found.`);
			return found;
		},
	};
}
