/* eslint-disable @n8n/community-nodes/no-restricted-imports -- plays in jest and in node:test; not shipped */
import assert from 'node:assert/strict';
import axios from 'axios';
import { writeWithGroups } from '../../demo/transformations';
import { axiosHttp } from '../../src/http';
import type { EntityType } from '../../src/model/entity';
import { isObject, type JsonObject } from '../../src/model/json';
import type { NoticeKind } from '../../src/model/notice';
import type { Outcome, OutcomeState } from '../../src/model/outcome';
import { connect } from '../../src/protocols';
import { compare, sync, type Policy } from '../../src/sync';
import { identityAuthentication } from '../../src/systems/identity-authentication/system';
import { scimSystem } from '../../src/systems/scim-system/system';
import { compileTransformation } from '../../src/transformation';
import { createFakeClock } from '../support/clock';
import { startIdentityAuthentication } from '../support/identityAuthentication';
import { createPeople } from '../support/people';

/** A SCIM 2.0 server that nobody here wrote, empty. */
export interface RealServer {
	/** `/Users` and `/Groups` are below it. */
	readonly url: string;
	readonly headers?: Readonly<Record<string, string>>;
	close(): Promise<unknown>;
}

type Change = { readonly kind?: NoticeKind; readonly policy?: Policy };

const read = compileTransformation(identityAuthentication.defaultTransformation('read'), {
	direction: 'read',
});
const write = compileTransformation(writeWithGroups(), { direction: 'write' });

/** The source, the server as its target, and what the server holds, asked without our own client. */
export async function createBed(server: RealServer) {
	const clock = createFakeClock();
	const source = await startIdentityAuthentication({ clock });
	const nextPerson = createPeople();
	const { user: username, password } = source.authentication;
	const calls: string[] = [];
	const toTarget = axios.create({ baseURL: server.url, headers: { ...server.headers } });
	toTarget.interceptors.request.use((request) => {
		calls.push(String(request.method).toUpperCase());
		return request;
	});
	const directories = {
		source: connect(identityAuthentication, {
			http: axiosHttp(axios.create({ baseURL: source.url, auth: { username, password } })),
			clock,
		}),
		target: connect(scimSystem, { http: axiosHttp(toTarget), clock }),
	};
	const writes = () => calls.filter((method) => method !== 'GET').length;

	function run(entityType: EntityType, entityId: string, change: Change = {}): Promise<Outcome> {
		const notice = {
			system: 'identity-authentication',
			systemId: 'prod',
			entityType,
			entityId,
			idKind: 'uuid',
			kind: change.kind ?? 'changed',
			test: false,
			receivedAt: new Date(clock.now()).toISOString(),
			correlationId: 'real-server',
		} as const;
		return sync({ notice, ...directories, read, write, clock, policy: change.policy });
	}

	async function held(type: 'Users' | 'Groups'): Promise<JsonObject[]> {
		const { data } = await axios.get(`${server.url}/${type}`, { headers: { ...server.headers } });
		const { Resources: resources = [] } = data;
		return resources;
	}

	return {
		source,
		run,
		/** Runs a notice, then the same again: the first ends in this state, the second writes nothing. */
		async settle(
			entityType: EntityType,
			id: string,
			state: OutcomeState,
			change: Change = {},
		): Promise<Outcome> {
			const outcome = await run(entityType, id, change);
			assert.equal(outcome.state, state, outcome.reason);
			const before = writes();
			const again = await run(entityType, id, change);
			assert.equal(again.error, undefined, again.reason);
			assert.equal(writes(), before, `the second run wrote: ${again.reason}`);
			return outcome;
		},
		/** A person whom the source knows. */
		async hire(attributes: JsonObject = {}): Promise<string> {
			return (await source.createUser({ ...nextPerson(), ...attributes })).id;
		},
		/** An account that no source knows of. */
		async makeByHand(userName: string): Promise<void> {
			const emails = [{ value: `${userName}@example.org`, type: 'work', primary: true }];
			const body = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName, emails };
			const contentType = { 'content-type': 'application/scim+json' };
			await axios.post(`${server.url}/Users`, body, {
				headers: { ...server.headers, ...contentType },
			});
		},
		users: () => held('Users'),
		groups: () => held('Groups'),
		async account(externalId: string): Promise<JsonObject> {
			const found = (await held('Users')).filter((account) => account['externalId'] === externalId);
			assert.equal(found.length, 1, `${found.length} accounts of one person`);
			return found[0] ?? {};
		},
		/** What a repair round would have to do. */
		async differences(entityType: EntityType): Promise<string[]> {
			const found: string[] = [];
			const sides = { ...directories, read, write, entityType, systemId: 'prod', clock };
			for await (const { because } of compare({ ...sides, missing: true })) found.push(because);
			return found;
		},
		writes,
		close: () => Promise.all([source.close(), server.close()]),
	};
}

export type Bed = Awaited<ReturnType<typeof createBed>>;

/** `value` of each entry of a multi-valued attribute, sorted. */
export function valuesOf(resource: JsonObject | undefined, name: string): string[] {
	const list = resource?.[name];
	return Array.isArray(list)
		? list
				.filter(isObject)
				.map(({ value }) => String(value))
				.sort()
		: [];
}
