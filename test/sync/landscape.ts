import axios from 'axios';
import { axiosHttp } from '../../src/http';
import type { JsonObject } from '../../src/model/json';
import type { ChangeNotice } from '../../src/model/notice';
import type { Outcome } from '../../src/model/outcome';
import { connect } from '../../src/protocols';
import { sync, type SyncOptions } from '../../src/sync';
import { identityAuthentication } from '../../src/systems/identity-authentication/system';
import { scimSystem } from '../../src/systems/scim-system/system';
import { compileTransformation } from '../../src/transformation';
import { createFakeClock } from '../support/clock';
import { startFaultyScim } from '../support/faultyScim';
import { startIdentityAuthentication } from '../support/identityAuthentication';
import { createPeople } from '../support/people';

export const read = compileTransformation(identityAuthentication.defaultTransformation('read'), {
	direction: 'read',
});
export const write = compileTransformation(scimSystem.defaultTransformation('write'), {
	direction: 'write',
});

/** A source, a target, and what lies between them, in virtual time. */
export async function createLandscape() {
	const clock = createFakeClock();
	const source = await startIdentityAuthentication({ clock });
	const target = await startFaultyScim({ clock });
	const nextPerson = createPeople();
	const { user, password } = source.authentication;
	const http = (baseURL: string, auth?: { username: string; password: string }) =>
		axiosHttp(axios.create({ baseURL, auth, timeout: 300 }));
	const directories = {
		source: connect(identityAuthentication, {
			http: http(source.url, { username: user, password }),
			clock,
			random: () => 0.1,
		}),
		target: connect(scimSystem, { http: http(target.url), clock, random: () => 0.1 }),
	};

	function notice(entityId: string, change: Partial<ChangeNotice> = {}): ChangeNotice {
		return {
			system: 'identity-authentication',
			systemId: 'prod',
			entityType: 'user',
			entityId,
			idKind: 'uuid',
			kind: 'changed',
			test: false,
			receivedAt: new Date(clock.now()).toISOString(),
			correlationId: 'c-1',
			...change,
		};
	}

	function run(
		entityId: string,
		change: Partial<ChangeNotice> = {},
		options: Partial<SyncOptions> = {},
	): Promise<Outcome> {
		return sync({
			notice: notice(entityId, change),
			...directories,
			read,
			write,
			clock,
			...options,
		});
	}

	return {
		clock,
		source,
		target,
		run,
		notice,
		directories,
		/** A person whom the source knows. */
		async hire(attributes: JsonObject = {}): Promise<string> {
			return (await source.createUser({ ...nextPerson(), ...attributes })).id;
		},
		/** The accounts as they are, without what only the server writes. */
		accounts(): JsonObject[] {
			return target.users();
		},
		forget(): void {
			source.ledger.clear();
			target.ledger.clear();
		},
		calls: () => ({
			source: source.ledger.entries.map(({ method }) => method).join(' '),
			target: target.ledger.entries.map(({ method }) => method).join(' '),
		}),
		async close() {
			await Promise.all([source.close(), target.close()]);
		},
	};
}

export type Landscape = Awaited<ReturnType<typeof createLandscape>>;
