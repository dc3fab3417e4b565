import { outcomeHints } from '../../../nodes/shared/hints';
import type { Outcome } from '../../../src/model/outcome';

const outcome: Outcome = {
	state: 'created',
	operation: 'CREATE',
	system: 'scim-system',
	entityType: 'user',
	entityId: '1',
	reason: 'no account with the same externalId',
	attempts: 1,
	rounds: 1,
	durationMs: 1,
	correlationId: 'c',
	repeatable: false,
};
const many = (count: number, more: Partial<Outcome>) =>
	Array.from({ length: count }, () => ({ ...outcome, ...more }));

test('what went as expected needs no hint', () => {
	const states = [
		'created',
		'updated',
		'disabled',
		'deleted',
		'alreadyProvisioned',
		'planned',
	] as const;
	expect(outcomeHints(states.flatMap((state) => many(2, { state })))).toEqual([]);
});

test('equal ones are counted, the most frequent first', () => {
	const hints = outcomeHints([
		...many(1, { state: 'held', reason: 'no owner', entityType: 'group' }),
		...many(12, { state: 'skipped', reason: 'the entity condition' }),
		...many(2, { state: 'failed', reason: 'the target answered 400' }),
		...many(3, { warnings: ['the manager is not there'] }),
	]);
	expect(hints.map(({ message, type }) => `${type}: ${message}`)).toEqual([
		'info: 12 users skipped: the entity condition',
		'warning: 3 users with a warning: the manager is not there',
		'warning: 2 users failed: the target answered 400',
		'warning: 1 group held: no owner',
	]);
});

test('one cause is one hint, whatever the target said about each', () => {
	const error = { code: 'request.conflict', hint: '', status: 409 } as const;
	const failed = (reason: string, more: Partial<Outcome> = {}) =>
		many(2, { state: 'failed', reason, error, ...more });
	const hints = outcomeHints([
		...failed('it answered 409: mira'),
		...failed('it answered 409: akiko'),
		...failed('it answered 409: mira', { repeatable: true }),
		...failed('it answered 500', { error: { ...error, status: 500 }, repeatable: true }),
	]);
	expect(hints.map(({ message }) => message)).toEqual([
		'4 users failed: it answered 409: mira (the others similarly)',
		'2 users failed for now: it answered 409: mira',
		'2 users failed for now: it answered 500',
	]);
});

test('a thousand different reasons do not bury the output', () => {
	const outcomes = Array.from({ length: 1000 }, (_, index): Outcome => {
		return { ...outcome, state: 'failed', reason: `reason ${index}` };
	});
	expect(outcomeHints(outcomes)).toHaveLength(5);
});
