import { member, type JsonObject } from '../src/model/json';
import type { OutcomeState } from '../src/model/outcome';
import type { LedgerEntry } from '../test/support/ledger';
import { callEndpoint, type Endpoint, type EndpointAnswer } from '../test/support/notice';
import type { Done } from '../test/support/identityAuthentication';
import type { World } from './world';

/** Everything that can be known about one step from outside. */
export interface Seen {
	readonly answer: EndpointAnswer;
	/** Status of the executions that began with this step. */
	readonly executions: readonly string[];
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

async function answerOf(done: Promise<Done>): Promise<EndpointAnswer> {
	const { answer } = await done;
	if (answer === undefined) throw new Error('The source application has no endpoint.');
	return answer;
}

function attributesOf({ change, outcome }: Seen): string {
	const names = member(change, 'attributes');
	return Array.isArray(names) ? names.join(', ') : String(outcome?.['reason']);
}

/** Whole seconds between the refused write and its repetition. */
function secondsWaited({ calls }: Seen): string {
	const [first, second] = calls.filter(({ method }) => method !== 'GET');
	if (first === undefined || second === undefined) return 'not repeated';
	return `second try, waited ${Math.floor((second.time - first.time) / 1000)} s`;
}

const IAS = 'Identity Authentication';
const noStart = () => 'no execution started';
const reason = ({ outcome }: Seen) => String(outcome?.['reason']);

/** The story: somebody joins, moves and leaves, and what goes wrong on the way. */
export function createStorySteps(world: World, endpoint: Endpoint): Step[] {
	const { source, proxy, mira, jonas } = world;
	const userName = String(mira['userName']);
	const userNameOfJonas = String(source.user(jonas)['userName']);
	const moved = { title: 'Controller', emails: [{ value: 'holm@example.com', type: 'work' }] };
	let id = '';

	return [
		{
			source: IAS,
			notice: 'user created',
			answer: 202,
			state: 'created',
			writes: ['POST 201'],
			userName,
			account: () => ({ externalId: id, active: true, title: mira['title'] ?? null }),
			async act() {
				const done = await source.createUser(mira);
				id = done.id;
				return answerOf(Promise.resolve(done));
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
			account: () => ({ title: 'Controller', active: true }),
			act: () => answerOf(source.updateUser(id, moved)),
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
			account: () => ({ title: 'Controller' }),
			act: () => answerOf(source.provision(id)),
			why: ({ calls }) => `nothing differs: ${calls.length} look-up, no write`,
		},
		{
			source: IAS,
			notice: 'target answers 429 once',
			answer: 202,
			state: 'updated',
			writes: ['PATCH 429', 'PATCH 200'],
			userName,
			account: () => ({ title: 'Head of Logistics' }),
			act() {
				proxy.setFaults({ method: 'PATCH', nth: 1, do: '429(1)' });
				return answerOf(source.updateUser(id, { title: 'Head of Logistics' }));
			},
			after: async () => proxy.setFaults(),
			why: secondsWaited,
		},
		{
			source: IAS,
			notice: 'user deleted',
			answer: 202,
			state: 'disabled',
			writes: ['PATCH 200'],
			userName,
			account: () => ({ active: false, title: 'Head of Logistics' }),
			act: () => answerOf(source.deleteUser(id)),
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
				return answerOf(source.provision(jonas));
			},
			after: () => source.resume(),
			why: ({ outcome }) => `repeatable, target untouched: ${String(outcome?.['reason'])}`,
		},
		{
			source: IAS,
			notice: 'source is back, repeated',
			answer: 202,
			state: 'created',
			writes: ['POST 201'],
			userName: userNameOfJonas,
			account: () => ({ externalId: jonas, active: true }),
			act: () => answerOf(source.provision(jonas)),
			why: reason,
		},
	];
}
