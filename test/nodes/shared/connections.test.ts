import { gateOf, guardOf } from '../../../nodes/shared/connections';

const HOUR = 3_600_000;

function take(address: string, system: string, who: string, now: number): boolean {
	const limit = { budget: 1, windowMs: HOUR, now };
	const guard = guardOf(address, system);
	const fits = guard.fits('deletion', who, limit);
	if (fits) guard.count('deletion', who, limit);
	return fits;
}

test('one connection has one budget, wherever it is opened', () => {
	expect(take('https://one.example.com', 'scim-system', 'a', 0)).toBe(true);
	expect(take('https://one.example.com', 'scim-system', 'b', 1)).toBe(false);
});

test('another address or another system has its own', () => {
	expect(take('https://two.example.com', 'scim-system', 'a', 0)).toBe(true);
	expect(take('https://two.example.com', 'local-identity-directory', 'b', 0)).toBe(true);
	expect(take('https://three.example.com', 'scim-system', 'b', 0)).toBe(true);
});

test('a busy connection keeps its count while a thousand others pass by', () => {
	const busy = guardOf('https://busy.example.com', 'scim-system');
	for (let index = 0; index < 2_000; index++) {
		guardOf(`https://passing-${index}.example.com`, 'scim-system');
		if (index % 500 === 0) guardOf('https://busy.example.com', 'scim-system');
	}
	expect(guardOf('https://busy.example.com', 'scim-system')).toBe(busy);
});

test('a credential that is refused does not hold back another one', () => {
	const [one, other] = ['one', 'other'].map((id) => gateOf('https://a.example.com', 'x', id));
	expect(one).not.toBe(other);
	expect(gateOf('https://a.example.com', 'x', 'one')).toBe(one);
});
