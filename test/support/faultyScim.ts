import type { JsonObject } from '../../src/model/json';
import type { Clock } from '../../src/model/ports';
import { isAuthorized, type Authentication } from './authentication';
import type { Fault } from './faults';
import { startFaultyServer, type FaultyServer } from './faultyServer';
import { createScimApi } from './scimApi';
import { errorAnswer } from './scimError';
import { createScimStore, type ScimStore } from './scimStore';

export interface FaultyScim extends FaultyServer<Fault['do']> {
	/** Base URL; `/Users` and `/Groups` are below it. */
	readonly url: string;
	/** For what somebody else did there, past wire and ledger. */
	readonly store: ScimStore;
	users(): JsonObject[];
	groups(): JsonObject[];
}

const PREFIX = '/scim';

/** A strict SCIM 2.0 server that misbehaves on command. */
export async function startFaultyScim(
	options: { faults?: readonly Fault[]; authentication?: Authentication; clock?: Clock } = {},
): Promise<FaultyScim> {
	const { faults, authentication, clock } = options;
	const store = createScimStore({ clock });
	const answer = createScimApi({ store, prefix: PREFIX });
	const server = await startFaultyServer({
		faults,
		clock,
		apply: (call, quirks) =>
			isAuthorized(call.headers['authorization'], authentication)
				? answer(call, quirks)
				: errorAnswer(401, 'Authentication failed.'),
	});
	return {
		...server,
		url: `${server.origin}${PREFIX}`,
		store,
		users: () => store.all('User'),
		groups: () => store.all('Group'),
	};
}
