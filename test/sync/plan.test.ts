import { matchesFor } from '../../src/sync/correlate';
import { planChange } from '../../src/sync/plan';
import type { Situation } from '../../src/sync/planning';
import { decidePolicy } from '../../src/sync/policy';
import { scim2Requests } from '../../src/protocols/scim2/requests';
import { scimSystem } from '../../src/systems/scim-system/system';

const [version] = scimSystem.versions;
const { target: traits } = scimSystem;
if (!traits || version.protocol !== 'scim2') throw new Error('not a SCIM target');

const base = {
	entityType: 'user',
	traits,
	policy: decidePolicy({}, traits, 'user'),
	requests: scim2Requests(version),
} as const;

const gone = {
	present: false,
	sourceId: 'e-1',
	because: 'deleted in the source',
	attributes: { active: false },
} as const;

function account(externalId?: string) {
	return {
		type: 'user',
		id: '7',
		attributes: { userName: 'mira', active: true, ...(externalId && { externalId }) },
	} as const;
}

describe('G4: what is not ours is never disabled or deleted', () => {
	test.each([undefined, 'somebody-else'])('externalId %s', (owner) => {
		for (const onDelete of ['disable', 'delete'] as const) {
			const policy = decidePolicy({ onDelete }, traits, 'user');
			const situation: Situation = { ...base, policy, wanted: gone, current: account(owner) };
			expect(planChange(situation)).toMatchObject({ state: 'skipped', change: { kind: 'none' } });
		}
	});

	test('ours is', () => {
		expect(planChange({ ...base, wanted: gone, current: account('e-1') })).toMatchObject({
			change: { kind: 'disable', request: { method: 'PATCH', path: '/Users/7' } },
		});
	});
});

test('a plan changes nothing that it was given', () => {
	const wanted = {
		present: true,
		attributes: { externalId: 'e-1', userName: 'x' },
		owned: [],
	} as const;
	const current = account('e-1');
	const before = JSON.stringify([wanted, current]);
	planChange({ ...base, wanted, current });
	expect(JSON.stringify([wanted, current])).toBe(before);
});

describe('what an entity is found by', () => {
	const both = [['userName', 'emails.value']];

	test('all parts of one entry must match', () => {
		const entity = { userName: 'mira', emails: [{ value: 'm@x.de' }] };
		expect(matchesFor(both, entity, 'e-1')).toEqual([
			{ userName: 'mira', 'emails.value': 'm@x.de' },
		]);
	});

	test('a part without a value does not vanish: it would find more people', () => {
		expect(matchesFor(both, { userName: 'mira' }, 'e-1')).toEqual([]);
		const two = { userName: 'mira', emails: [{ value: 'a' }, { value: 'b' }] };
		expect(matchesFor(both, two, 'e-1')).toEqual([]);
	});

	test('externalId is the id at the source unless the transformation says otherwise', () => {
		expect(matchesFor(['externalId'], undefined, 'e-1')).toEqual([{ externalId: 'e-1' }]);
		expect(matchesFor(['externalId'], { externalId: 'x' }, 'e-1')).toEqual([{ externalId: 'x' }]);
	});
});
