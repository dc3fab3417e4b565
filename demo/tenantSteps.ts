import { answersOf, attributesOf, reasonOf, type Step } from './step';
import type { Stage } from './scenes';
import type { World } from './world';

const IAS = 'Identity Authentication';
const ABOUT = { scene: 'tenant', source: IAS, answer: 202 } as const;

/** Somebody joins, changes and leaves. */
export function createTenantSteps(
	world: World,
	stage: Stage,
): {
	readonly joining: readonly Step[];
	readonly leavers: Step;
	readonly leaving: Step;
	readonly unreadable: readonly Step[];
} {
	const { source, target, mira, jonas, leavers } = world;
	const userName = String(mira['userName']);
	const emails = [{ value: 'mira.beck@example.com', type: 'work', primary: true }];
	const look = () => target.users().find((account) => account['userName'] === userName);
	const lookAtJonas = () => target.users().find(({ externalId }) => externalId === jonas);
	let id = '';

	const joining: Step[] = [
		{
			...ABOUT,
			notice: 'user created',
			ends: { created: 1 },
			writes: ['POST 201'],
			look,
			account: () => ({ externalId: id, active: true, emails: mira['emails'] ?? null }),
			async act() {
				const done = await source.createUser(mira);
				id = done.id;
				return answersOf(done);
			},
			why: ({ outcomes }) => `id ${String(outcomes[0]?.['targetId']).slice(0, 8)}..`,
		},
		{
			...ABOUT,
			notice: 'user updated',
			ends: { updated: 1 },
			writes: ['PATCH 200'],
			look,
			account: () => ({ displayName: 'Mira Beck', emails, active: true }),
			act: async () => answersOf(await source.updateUser(id, { displayName: 'Mira Beck', emails })),
			why: attributesOf,
		},
		{
			...ABOUT,
			notice: 'same notice again',
			ends: { alreadyProvisioned: 1 },
			writes: [],
			requests: 1,
			look,
			account: () => ({ displayName: 'Mira Beck' }),
			act: async () => answersOf(await source.provision(id)),
			why: ({ calls }) => `nothing differs: ${calls.length} look-up, no write`,
		},
	];

	const isLeaver = ({ externalId }: { externalId?: unknown }) =>
		leavers.some((leaver) => leaver === externalId);
	const mass: Step = {
		...ABOUT,
		scene: 'leavers',
		notice: `${leavers.length} deletes`,
		ends: { disabled: 3, held: leavers.length - 3 },
		writes: ['PATCH 200', 'PATCH 200', 'PATCH 200'],
		look: () => {
			const accounts = target.users().filter(isLeaver);
			return { active: accounts.filter(({ active }) => active === true).length };
		},
		account: () => ({ active: leavers.length - 3 }),
		before: async () => source.setEndpoint(stage.leavers.endpoint),
		act: async () =>
			answersOf(...(await Promise.all(leavers.map((leaver) => source.deleteUser(leaver))))),
		after: async () => source.setEndpoint(stage.tenant.endpoint),
		why: () => 'budget: 3 an hour',
	};

	const leaving: Step = {
		...ABOUT,
		notice: 'user deleted',
		ends: { disabled: 1 },
		writes: ['PATCH 200'],
		look,
		account: () => ({ active: false, emails }),
		act: async () => answersOf(await source.deleteUser(id)),
		why: () => 'policy: disable, not delete',
	};

	const unreadable: Step[] = [
		{
			...ABOUT,
			notice: 'source cannot be read',
			ends: { failed: 1 },
			repeatable: true,
			writes: [],
			look: lookAtJonas,
			async act() {
				await source.refuse();
				return answersOf(await source.provision(jonas));
			},
			after: () => source.resume(),
			why: () => 'repeatable, target untouched',
		},
		{
			...ABOUT,
			notice: 'source is back, repeated',
			ends: { created: 1 },
			writes: ['POST 201'],
			look: lookAtJonas,
			account: () => ({ externalId: jonas, active: true }),
			act: async () => answersOf(await source.provision(jonas)),
			why: reasonOf,
		},
	];
	return { joining, leavers: mass, leaving, unreadable };
}
