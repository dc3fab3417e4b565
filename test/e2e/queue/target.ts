import { isObject, type JsonObject } from '../../../src/model/json';
import type { EntityType } from '../../../src/model/entity';
import { isAuthorized, type Authentication } from '../../support/authentication';
import type { Fault } from '../../support/faults';
import { startFaultyServer, type FaultyServer } from '../../support/faultyServer';
import type { Call } from '../../support/loopback';
import { createScimApi } from '../../support/scimApi';
import { errorAnswer } from '../../support/scimError';
import { createScimStore } from '../../support/scimStore';
import type { History } from './history';

export interface ObservedTarget extends FaultyServer<Fault['do']> {
	readonly url: string;
	users(): JsonObject[];
	groups(): JsonObject[];
}

const PREFIX = '/scim';
const TYPES: Readonly<Record<string, EntityType>> = { Users: 'user', Groups: 'group' };

function entityOf({ path }: Call): { type: EntityType; id: string } | undefined {
	const [, word = '', id] = /^\/scim\/(\w+)(?:\/([^/?]+))?$/.exec(path) ?? [];
	const type = TYPES[word];
	return type && { type, id: decodeURIComponent(id ?? '') };
}

/** The faulty SCIM server, with a history of everything it ever held. */
export async function startObservedTarget(options: {
	history: History;
	authentication: Authentication;
	/** Called in the moment in which an account is removed or switched off. */
	onRetired: (account: JsonObject, how: 'deleted' | 'disabled') => void;
}): Promise<ObservedTarget> {
	const { history, authentication, onRetired } = options;
	const store = createScimStore();
	const answer = createScimApi({ store, prefix: PREFIX });

	function observe(type: EntityType, id: string, now: JsonObject | undefined): void {
		const before = history.now(type, id);
		history.record(type, id, now);
		if (type !== 'user' || before === undefined) return;
		if (now === undefined) onRetired(before, 'deleted');
		else if (before['active'] !== false && now['active'] === false) onRetired(now, 'disabled');
	}

	const server = await startFaultyServer<Fault['do']>({
		apply(call, quirks) {
			if (!isAuthorized(call.headers['authorization'], authentication)) {
				return errorAnswer(401, 'Authentication failed.');
			}
			const result = answer(call, quirks);
			const entity = call.method === 'GET' ? undefined : entityOf(call);
			if (entity !== undefined && result.status < 300) {
				const body: unknown = JSON.parse(result.body || 'null');
				const now = isObject(body) ? body : undefined;
				observe(entity.type, entity.id || String(now?.['id']), now);
			}
			return result;
		},
	});
	return {
		...server,
		url: `${server.origin}${PREFIX}`,
		users: () => store.all('User'),
		groups: () => store.all('Group'),
	};
}
