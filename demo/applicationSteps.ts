import type { JsonObject } from '../src/model/json';
import { BO, DANA, employmentOf, HANNA, TEAM, TILO, userOf } from './cast';
import { answersOf, reasonOf, waitOf, type Step } from './step';
import type { World } from './world';

const CUSTOM_GROUP = 'urn:sap:cloud:scim:schemas:extension:custom:2.0:Group';
const DIRECTORY = { scene: 'directory', source: 'Local Identity Directory', answer: 202 } as const;

function memberIds(group: JsonObject | undefined): JsonObject[] {
	const members = group?.['members'];
	return Array.isArray(members) ? members.map((one) => ({ value: Object(one).value })) : [];
}

/** What the three other applications report. */
export function createApplicationSteps(world: World): {
	readonly hiring: readonly Step[];
	readonly learner: Step;
	readonly directory: readonly Step[];
} {
	const { successFactors, learning, directory, otherProxy, target } = world;
	const accountOf = ({ userName }: { userName: string }) => {
		const named = (account: JsonObject) => account['userName'] === userName;
		return () => target.users().find(named);
	};

	const hiring: Step[] = [
		{
			scene: 'employees',
			source: 'SuccessFactors (SOAP)',
			notice: 'employee hired',
			answer: 200,
			ends: { created: 1 },
			writes: ['POST 201'],
			look: accountOf(HANNA),
			account: () => ({ active: true, addresses: [{ type: 'work', country: 'DE' }] }),
			async act() {
				const { userId } = successFactors.hire(employmentOf(HANNA));
				return [await successFactors.publishEvent(userId)];
			},
			why: () => 'country DEU -> DE',
		},
		{
			scene: 'employees',
			source: 'SuccessFactors (SOAP)',
			notice: 'contractor hired',
			answer: 200,
			ends: { skipped: 1 },
			writes: [],
			look: accountOf(BO),
			async act() {
				const { userId } = successFactors.hire({ ...employmentOf(BO), employeeClass: 'C' });
				return [await successFactors.publishEvent(userId)];
			},
			why: reasonOf,
		},
	];

	const learner: Step = {
		scene: 'learners',
		source: 'SuccessFactors Learning',
		notice: 'user inactive',
		answer: 200,
		ends: { disabled: 1 },
		writes: ['PATCH 200'],
		look: accountOf(TILO),
		account: () => ({ active: false }),
		before: () => learning.report(String(learning.enrol({ id: 'EXT-7', ...userOf(TILO) })['id'])),
		async act() {
			learning.change('EXT-7', { active: false });
			return [await learning.report('EXT-7')];
		},
		why: () => 'policy: disable, not delete',
	};

	const isInTeam = ({ userName }: JsonObject) => TEAM.some((one) => one.userName === userName);
	const members: { value: string }[] = [];
	const group: Step = {
		...DIRECTORY,
		notice: `group + ${TEAM.length} members`,
		ends: { created: 1 },
		writes: ['POST 201'],
		look() {
			const found = target.groups().find(({ displayName }) => displayName === 'Night shift');
			return found && { members: memberIds(found).length };
		},
		account: () => ({ members: TEAM.length }),
		async before() {
			for (const one of TEAM) {
				const { id } = await directory.createUser(userOf(one));
				members.push({ value: id });
			}
		},
		async act() {
			const name = 'NIGHT_SHIFT';
			const attributes = { displayName: 'Night shift', members, [CUSTOM_GROUP]: { name } };
			return [await directory.reportGroup(directory.createGroup(attributes))];
		},
		why: () => `members ${target.users().filter(isInTeam).length}`,
	};

	const throttled: Step = {
		...DIRECTORY,
		notice: 'target answers 429 twice',
		ends: { created: 1 },
		writes: ['POST 429', 'POST 429', 'POST 201'],
		waits: 2000,
		look: accountOf(DANA),
		account: () => ({ active: true }),
		async act() {
			otherProxy.setFaults({ method: 'POST', nth: [1, 2], do: '429(1)' });
			return answersOf(await directory.createUser(userOf(DANA)));
		},
		after: async () => otherProxy.setFaults(),
		why: ({ calls }) => `third try, waited ${Math.floor(waitOf(calls) / 1000)} s`,
	};
	return { hiring, learner, directory: [group, throttled] };
}
