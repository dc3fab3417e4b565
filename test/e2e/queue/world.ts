import type { JsonObject } from '../../../src/model/json';
import {
	startIdentityAuthentication,
	type IdentityAuthentication,
} from '../../support/identityAuthentication';
import type { Authentication } from '../../support/authentication';
import { startFaultyServer } from '../../support/faultyServer';
import { send } from '../../support/request';
import { createHistory, createTicks, type History, type Ticks } from './history';
import { startObservedTarget, type ObservedTarget } from './target';
import { createTruth, idsIn, type Truth } from './truth';

type Basic = Extract<Authentication, { kind: 'basic' }>;

/** Both ends of the run, on this machine, and what is true about them. */
export interface QueueWorld {
	/** Where the source is read. */
	readonly source: { readonly url: string; readonly authentication: Basic };
	readonly tenant: IdentityAuthentication;
	readonly sourceHistory: History;
	readonly target: ObservedTarget;
	readonly targetAuthentication: Basic;
	readonly caller: Basic;
	readonly ticks: Ticks;
	readonly truth: Truth;
	/** What both hold of one entity of the source. */
	sides(id: string): { source?: JsonObject; target?: JsonObject };
	/** Accounts deleted or disabled although the source still had the person. */
	readonly wronged: readonly string[];
	readonly retired: readonly string[];
	close(): Promise<void>;
}

const basic = (user: string, password: string): Basic => ({ kind: 'basic', user, password });

/** The tenant also says with a person which groups they are in (RFC 7643, section 4.1.2). */
async function startSource(tenant: IdentityAuthentication, history: History) {
	const server = await startFaultyServer({
		async apply(call) {
			const answer = await send(tenant.origin, call);
			const [, id] = /^\/scim\/Users\/([^/?]+)$/.exec(call.path) ?? [];
			if (id === undefined || answer.status !== 200) return answer;
			const groups = history
				.all('group')
				.filter((group) => idsIn(group).includes(id))
				.map((group) => ({ value: group['id'], display: group['displayName'] }));
			return { ...answer, body: JSON.stringify({ ...JSON.parse(answer.body ?? '{}'), groups }) };
		},
	});
	return { url: server.origin, authentication: tenant.authentication, close: server.close };
}

export async function openQueueWorld(): Promise<QueueWorld> {
	const ticks = createTicks();
	const sourceHistory = createHistory(ticks);
	const targetHistory = createHistory(ticks);
	const targetAuthentication = basic('provisioning', 'canary-target-4711');
	const retired: string[] = [];
	const wronged: string[] = [];

	function onRetired({ externalId }: JsonObject, how: 'deleted' | 'disabled'): void {
		const owner = String(externalId);
		const isThere = sourceHistory.now('user', owner) !== undefined;
		// A run that finds two accounts of one person takes its own away again.
		const hasOther = targetHistory
			.all('user')
			.some((account) => account['externalId'] === owner && account['active'] !== false);
		retired.push(how);
		if (isThere && !hasOther) wronged.push(`${how}: ${owner}`);
	}

	const tenant = await startIdentityAuthentication();
	const source = await startSource(tenant, sourceHistory);
	const target = await startObservedTarget({
		history: targetHistory,
		authentication: targetAuthentication,
		onRetired,
	});
	return {
		source,
		tenant,
		sourceHistory,
		target,
		targetAuthentication,
		caller: basic('identity-authentication', 'canary-caller-4711'),
		ticks,
		truth: createTruth({ source: sourceHistory, target: targetHistory }),
		sides: (id) => ({
			source: sourceHistory.now('user', id) ?? sourceHistory.now('group', id),
			target: [...target.users(), ...target.groups()].find(({ externalId }) => externalId === id),
		}),
		wronged,
		retired,
		async close() {
			await Promise.all([source.close(), tenant.close(), target.close()]);
		},
	};
}
