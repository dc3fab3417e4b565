import { startFaultyProxy, type FaultyProxy } from '../test/support/proxy';
import { createPeople } from '../test/support/people';
import { startScimmy, type ScimmyServer } from '../test/support/scimmy';
import {
	startIdentityAuthentication,
	type IdentityAuthentication,
} from '../test/support/identityAuthentication';
import { authorization, type Authentication } from '../test/support/authentication';
import type { JsonObject } from '../src/model/json';

type Basic = Extract<Authentication, { kind: 'basic' }>;

/** Both ends of the story: a source application and a target, on this machine. */
export interface World {
	readonly source: IdentityAuthentication;
	/** The real SCIM server; what it holds is what counts. */
	readonly target: ScimmyServer;
	/** Stands before the target: its URL is the one to use, its ledger and its faults are those of the story. */
	readonly proxy: FaultyProxy;
	readonly targetAuthentication: Basic;
	/** What the source application presents to the endpoint. */
	readonly caller: Basic;
	/** Mira Holm, who joins, changes and leaves; not in the source yet. */
	readonly mira: JsonObject;
	/** Id in the source of Jonas Beck, who was there before. */
	readonly jonas: string;
	/** None of these may be found in an item, a log or a database. */
	readonly secrets: readonly string[];
	close(): Promise<void>;
}

const basic = (user: string, password: string): Basic => ({ kind: 'basic', user, password });

/** One at a time in a process: so is the real SCIM server. */
export async function openWorld(): Promise<World> {
	const targetAuthentication = basic('provisioning', 'canary-target-4711');
	const caller = basic('identity-authentication', 'canary-caller-4711');
	const target = await startScimmy({ authentication: targetAuthentication });
	const proxy = await startFaultyProxy({ target: target.url });
	const source = await startIdentityAuthentication();
	const people = createPeople();
	const mira = people();
	const { id: jonas } = await source.createUser(people());
	return {
		source,
		target,
		proxy,
		targetAuthentication,
		caller,
		mira,
		jonas,
		secrets: [targetAuthentication, caller, source.authentication].flatMap((one) => [
			one.password,
			authorization(one).replace('Basic ', ''),
		]),
		async close() {
			await Promise.all([source.close(), proxy.close()]);
			await target.close();
		},
	};
}
