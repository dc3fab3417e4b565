import { guardFor } from '../../../nodes/shared/guards';

const HOUR = 3_600_000;

test('one connection has one budget, wherever it is opened', () => {
	expect(guardFor('https://one.example.com', 'scim-system').take(1, HOUR, 0)).toBe(true);
	expect(guardFor('https://one.example.com', 'scim-system').take(1, HOUR, 1)).toBe(false);
});

test('another address or another system has its own', () => {
	expect(guardFor('https://two.example.com', 'scim-system').take(1, HOUR, 0)).toBe(true);
	expect(guardFor('https://two.example.com', 'local-identity-directory').take(1, HOUR, 0)).toBe(
		true,
	);
	expect(guardFor('https://three.example.com', 'scim-system').take(1, HOUR, 0)).toBe(true);
});

test('a busy connection keeps its count while a thousand others pass by', () => {
	const guard = guardFor('https://busy.example.com', 'scim-system');
	for (let index = 0; index < 2_000; index++) {
		guardFor(`https://passing-${index}.example.com`, 'scim-system');
		if (index % 500 === 0) guardFor('https://busy.example.com', 'scim-system');
	}
	expect(guardFor('https://busy.example.com', 'scim-system')).toBe(guard);
});
