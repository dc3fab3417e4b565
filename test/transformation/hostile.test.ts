/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test reads its environment */
import { isTakenOrRefused } from '../../bench/_hostile';
import { cases } from '../../bench/_hostileCases';

// `npm run bench -- hostile` runs all of them, against the clock. Here each n-th, for what they do.
const STEP = Number(process.env['HOSTILE_STEP'] ?? 29);

const prototypeBefore = Object.getOwnPropertyNames(Object.prototype);

test('hostile values and documents are taken or refused, never crash, and leave Object.prototype alone', () => {
	const chosen = cases.filter((_, index) => index % STEP === 0);
	const broken = chosen.filter((each) => !isTakenOrRefused(each)).map(({ name }) => name);
	expect(chosen.length).toBeGreaterThan(100);
	expect(broken).toEqual([]);
	expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototypeBefore);
	expect(Reflect.get({}, 'x')).toBeUndefined();
});
