import type { JsonObject } from '../src/model/json';
import { authorization, type Authentication } from '../test/support/authentication';
import {
	startIdentityAuthentication,
	type IdentityAuthentication,
} from '../test/support/identityAuthentication';
import { startLearning, type Learning } from '../test/support/learning';
import { createPeople } from '../test/support/people';
import { startFaultyProxy, type FaultyProxy } from '../test/support/proxy';
import { send } from '../test/support/request';
import { startScimmy, type ScimmyServer } from '../test/support/scimmy';
import { startSuccessFactors, type SuccessFactors } from '../test/support/successFactors';

type Basic = Extract<Authentication, { kind: 'basic' }>;

/** Both ends of the story: the source applications and a target, on this machine. */
export interface World {
	/** A tenant of Identity Authentication. */
	readonly source: IdentityAuthentication;
	readonly successFactors: SuccessFactors;
	readonly learning: Learning;
	/** The Local Identity Directory of another tenant. */
	readonly directory: IdentityAuthentication;
	/** The real SCIM server; what it holds is what counts. */
	readonly target: ScimmyServer;
	/** Stands before the target: its URL is the one to use, its ledger and its faults are those of the story. */
	readonly proxy: FaultyProxy;
	/** The same for the other three applications, which are played while the tenant is. */
	readonly otherProxy: FaultyProxy;
	readonly targetAuthentication: Basic;
	/** What the source applications present to the endpoint. */
	readonly caller: Basic;
	/** Mira Holm, who joins, changes and leaves; not in the source yet. */
	readonly mira: JsonObject;
	/** Id in the source of Jonas Beck, who was there before. */
	readonly jonas: string;
	/** Somebody whom nobody has heard of yet. */
	readonly people: () => JsonObject;
	/** Ids in the source of people who have accounts from before. */
	readonly leavers: readonly string[];
	/** None of these may be found in an item, a log or a database. */
	readonly secrets: readonly string[];
	close(): Promise<void>;
}

const LEAVERS = 40;

const basic = (user: string, password: string): Basic => ({ kind: 'basic', user, password });

/** People whom the target knows already, as if this package had brought them there. */
async function settle(
	{ source, proxy, targetAuthentication }: Pick<World, 'source' | 'proxy' | 'targetAuthentication'>,
	people: () => JsonObject,
): Promise<string[]> {
	const { origin, pathname } = new URL(proxy.url);
	const headers = {
		authorization: authorization(targetAuthentication),
		'content-type': 'application/scim+json',
	};
	const ids: string[] = [];
	while (ids.length < LEAVERS) {
		const person = people();
		const { id } = await source.createUser(person);
		const { userName = null, displayName = null } = person;
		const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];
		const account = { schemas, externalId: id, userName, displayName, active: true };
		const body = JSON.stringify(account);
		await send(origin, { method: 'POST', path: `${pathname}/Users`, headers, body });
		ids.push(id);
	}
	return ids;
}

/** One at a time in a process: so is the real SCIM server. */
export async function openWorld(): Promise<World> {
	const targetAuthentication = basic('provisioning', 'canary-target-4711');
	const caller = basic('identity-authentication', 'canary-caller-4711');
	const target = await startScimmy({ authentication: targetAuthentication });
	const proxy = await startFaultyProxy({ target: target.url });
	const otherProxy = await startFaultyProxy({ target: target.url });
	const source = await startIdentityAuthentication();
	const applications = {
		source,
		successFactors: await startSuccessFactors(),
		learning: await startLearning(),
		directory: await startIdentityAuthentication({ seed: 2 }),
	};
	const people = createPeople();
	const mira = people();
	const { id: jonas } = await source.createUser(people());
	const leavers = await settle({ source, proxy, targetAuthentication }, people);
	const known = Object.values(applications).map(({ authentication }) => authentication);
	return {
		...applications,
		target,
		proxy,
		otherProxy,
		targetAuthentication,
		caller,
		mira,
		jonas,
		people,
		leavers,
		secrets: [targetAuthentication, caller, ...known].flatMap((one) => [
			one.password,
			authorization(one).replace('Basic ', ''),
		]),
		async close() {
			await Promise.all(Object.values(applications).map(({ close }) => close()));
			await proxy.close();
			await otherProxy.close();
			await target.close();
		},
	};
}
