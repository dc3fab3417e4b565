import { member, type JsonObject } from '../src/model/json';
import type { OutcomeState } from '../src/model/outcome';
import type { LedgerEntry } from '../test/support/ledger';
import { callEndpoint, type Endpoint, type EndpointAnswer } from '../test/support/notice';
import type { Done } from '../test/support/identityAuthentication';
import type { Execution } from './host';
import type { World } from './world';

/** Everything that can be known about one step from outside. */
export interface Seen {
	readonly answer: EndpointAnswer;
	/** Those that began with this step. */
	readonly executions: readonly Execution[];
	/** `outcome` of the item that the target node put out. */
	readonly outcome?: JsonObject;
	/** `change` of the same item. */
	readonly change?: JsonObject;
	/** Requests that reached the target, refused ones included. */
	readonly calls: readonly LedgerEntry[];
	/** The account at the target with the user name of the step, afterwards. */
	readonly account?: JsonObject;
}

export interface Step {
	readonly source: string;
	readonly notice: string;
	/** What the endpoint answers. */
	readonly answer: number;
	/** Absent: no execution may begin. */
	readonly state?: OutcomeState;
	readonly repeatable?: boolean;
	/** Writes that reach the target, with the answer, e.g. `PATCH 200`. */
	readonly writes: readonly string[];
	/** Milliseconds, at least, between the first write and the second. */
	readonly waits?: number;
	/** All requests that reach the target. */
	readonly requests?: number;
	/** Account at the target to look at afterwards. */
	readonly userName: string;
	/** Attributes that it has then; absent: there is no such account. */
	readonly account?: () => JsonObject;
	act(): Promise<EndpointAnswer>;
	/** When everything that the step began has ended. */
	after?(): Promise<void>;
	why(seen: Seen): string;
}

function answerOf({ answer }: Done): EndpointAnswer {
	if (answer === undefined) throw new Error('The source application has no endpoint.');
	return answer;
}

function attributesOf({ change, outcome }: Seen): string {
	const names = member(change, 'attributes');
	return Array.isArray(names) ? names.join(', ') : String(outcome?.['reason']);
}

/** Milliseconds between a write and its repetition. */
export function waitOf(calls: readonly LedgerEntry[]): number {
	const [first, second] = calls.filter(({ method }) => method !== 'GET');
	return first === undefined || second === undefined ? 0 : second.time - first.time;
}

const IAS = 'Identity Authentication';
const noStart = () => 'no execution started';
const reason = ({ outcome }: Seen) => String(outcome?.['reason']);

/** The story: somebody joins, changes and leaves, and what goes wrong on the way. */
export function createStorySteps(world: World, endpoint: Endpoint): Step[] {
	const { source, proxy, mira, jonas } = world;
	const userName = String(mira['userName']);
	const userNameOfJonas = String(source.user(jonas)['userName']);
	const emails = [{ value: 'mira.beck@example.com', type: 'work', primary: true }];
	const phoneNumbers = [{ value: '+49 30 555900', type: 'work', primary: true }];
	let id = '';

	return [
		{
			source: IAS,
			notice: 'user created',
			answer: 202,
			state: 'created',
			writes: ['POST 201'],
			userName,
			account: () => ({ externalId: id, active: true, emails: mira['emails'] ?? null }),
			async act() {
				const done = await source.createUser(mira);
				id = done.id;
				return answerOf(done);
			},
			why: ({ outcome }) => `id ${String(outcome?.['targetId']).slice(0, 8)}..`,
		},
		{
			source: IAS,
			notice: 'user updated',
			answer: 202,
			state: 'updated',
			writes: ['PATCH 200'],
			userName,
			account: () => ({ displayName: 'Mira Beck', emails, active: true }),
			act: async () => answerOf(await source.updateUser(id, { displayName: 'Mira Beck', emails })),
			why: attributesOf,
		},
		{
			source: IAS,
			notice: 'same notice again',
			answer: 202,
			state: 'alreadyProvisioned',
			writes: [],
			requests: 1,
			userName,
			account: () => ({ displayName: 'Mira Beck' }),
			act: async () => answerOf(await source.provision(id)),
			why: ({ calls }) => `nothing differs: ${calls.length} look-up, no write`,
		},
		{
			source: IAS,
			notice: 'target answers 429 once',
			answer: 202,
			state: 'updated',
			writes: ['PATCH 429', 'PATCH 200'],
			waits: 1000,
			userName,
			account: () => ({ phoneNumbers }),
			async act() {
				proxy.setFaults({ method: 'PATCH', nth: 1, do: '429(1)' });
				return answerOf(await source.updateUser(id, { phoneNumbers }));
			},
			after: async () => proxy.setFaults(),
			why: ({ calls }) => `second try, waited ${Math.floor(waitOf(calls) / 1000)} s`,
		},
		{
			source: IAS,
			notice: 'user deleted',
			answer: 202,
			state: 'disabled',
			writes: ['PATCH 200'],
			userName,
			account: () => ({ active: false, phoneNumbers }),
			act: async () => answerOf(await source.deleteUser(id)),
			why: () => 'policy: disable, not delete',
		},
		{
			source: 'anybody',
			notice: 'wrong password',
			answer: 401,
			writes: [],
			requests: 0,
			userName: userNameOfJonas,
			act: () =>
				callEndpoint(
					{ ...endpoint, password: 'guessed' },
					{ method: 'POST', body: JSON.stringify({ id: jonas }) },
				),
			why: noStart,
		},
		{
			source: 'anybody',
			notice: 'bad JSON',
			answer: 400,
			writes: [],
			requests: 0,
			userName: userNameOfJonas,
			act: () =>
				callEndpoint(endpoint, {
					method: 'POST',
					body: `{"id":"${jonas}"`,
					contentType: 'application/scim+json',
				}),
			why: noStart,
		},
		{
			source: IAS,
			notice: 'source cannot be read',
			answer: 202,
			state: 'failed',
			repeatable: true,
			writes: [],
			userName: userNameOfJonas,
			async act() {
				await source.refuse();
				return answerOf(await source.provision(jonas));
			},
			after: () => source.resume(),
			why: () => 'repeatable, target untouched',
		},
		{
			source: IAS,
			notice: 'source is back, repeated',
			answer: 202,
			state: 'created',
			writes: ['POST 201'],
			userName: userNameOfJonas,
			account: () => ({ externalId: jonas, active: true }),
			act: async () => answerOf(await source.provision(jonas)),
			why: reason,
		},
	];
}
