import fc from 'fast-check';
import { LIMITS, parseNotices, REFUSALS, type RefusalCode } from '../../src/endpoint';
import { codePoint } from '../support/characters';
import accepted from './accepted.json';
import { callOf, ENTITIES, post, type CallSketch } from './call';
import hostile from './hostile.json';

const SYSTEM = 'identity-authentication';
const codeOf = (body: string, contentType?: string) => {
	const parsed = parseNotices(SYSTEM, post(body, contentType));
	return parsed.status === 'refused' ? parsed.code : parsed.status;
};

describe('forms that callers may use', () => {
	test.each(accepted)('$name', (sketch) => {
		const parsed = parseNotices(SYSTEM, callOf(sketch));
		expect(parsed.status).toBe('accepted');
		const expected = sketch.notices.map((notice) => expect.objectContaining(notice));
		expect(parsed.notices).toEqual(expected);
		expect(parsed).toHaveProperty('refused', sketch.refused ?? []);
	});

	test('row 22: a group call gives notices of a group', () => {
		for (const method of ['POST', 'DELETE']) {
			const sketch = { name: '', method, path: 'group/g1' };
			const { notices } = parseNotices(SYSTEM, callOf(sketch));
			expect(notices[0]).toEqual({
				system: SYSTEM,
				systemId: 'prod-ias',
				entityType: 'group',
				entityId: 'g1',
				idKind: 'other',
				kind: method === 'POST' ? 'changed' : 'deleted',
				test: false,
			});
		}
	});

	test('the body stays as a hint, without its password', () => {
		const user = { id: 'u1', userName: 'mira.holm', emails: [{ value: 'm@example.com' }] };
		const { notices } = parseNotices(SYSTEM, post(JSON.stringify({ ...user, password: 'secret' })));
		expect(notices[0]?.entity).toEqual(user);
	});

	test.each([
		'{"id":"u1"}',
		'{"id":"u1","operation":"update"}',
		'"u1"',
		'{"id":"u1","Operations":[{"op":"remove"}]}',
	])('%s says nothing about the entity', (body) => {
		const { notices } = parseNotices(SYSTEM, post(body));
		expect(notices).toHaveLength(1);
		expect(notices[0]).not.toHaveProperty('entity');
	});
});

describe('calls that only try the connection', () => {
	test.each<[string, CallSketch]>([
		['row 40: GET', { name: '', method: 'GET', path: 'user' }],
		['row 40: GET of an entity', { name: '', method: 'GET', path: 'user/u1' }],
		['row 40: HEAD', { name: '', method: 'HEAD', path: 'group' }],
		['row 42: POST with an empty body', { name: '', method: 'POST', path: 'user' }],
		[
			'POST of blanks',
			{ name: '', method: 'POST', path: 'user', contentType: 'application/json', body: ' \n' },
		],
		[
			'operation test',
			{
				name: '',
				method: 'POST',
				path: 'user',
				contentType: 'application/json',
				body: '{"operation":"test"}',
			},
		],
	])('%s', (_name, sketch) => {
		expect(parseNotices(SYSTEM, callOf(sketch))).toEqual({ status: 'test', notices: [] });
	});
});

describe('hostile calls', () => {
	test.each(hostile)('$name', (sketch) => {
		const parsed = parseNotices(SYSTEM, callOf(sketch));
		expect(parsed).toEqual({ status: 'refused', notices: [], code: sketch.code });
	});

	test('there are at least 60 of them, each refused with a 4xx', () => {
		const codes = new Map<string, { status: number }>(Object.entries(REFUSALS));
		const statuses = hostile.map(({ code }) => codes.get(code)?.status ?? 0);
		expect(statuses.length).toBeGreaterThanOrEqual(60);
		expect(statuses.filter((status) => status < 400 || status > 499)).toEqual([]);
	});

	test('A20: the words of the path count only in their order', () => {
		for (const path of [
			'/webhook/w1/service/ipsproxy/api/v1/systems/prod-ias/entities/user/u1',
			'/webhook/w1/ipsproxy/service/api/v1/entities/prod-ias/systems/user/u1',
			'/webhook/w1/ipsproxy/service/api/v1/systems/prod-ias/user/entities/u1',
			'/user/entities/u1',
			'',
		]) {
			const parsed = parseNotices(SYSTEM, { method: 'DELETE', path });
			expect(parsed).toHaveProperty('code', 'unknownPath');
		}
	});

	test('A11: nothing reached the prototype of all objects', () => {
		expect(Object.keys(Object.prototype)).toEqual([]);
		expect(Reflect.get({}, 'admin')).toBeUndefined();
	});
});

describe('caps, at their border', () => {
	const levels = (count: number) => '['.repeat(count - 1) + '["u1"]' + ']'.repeat(count - 1);
	const values = (count: number) => `{"id":"u1","x":[${'1,'.repeat(count - 4)}1]}`;
	const bytes = (count: number) => `"u1"${' '.repeat(count - 4)}`;
	const text = (length: number) => `{"id":"u1","x":"${'x'.repeat(length)}"}`;
	const entries = (count: number) =>
		JSON.stringify(Array.from({ length: count }, (_, position) => `u${position}`));
	const id = (length: number) => `"${'x'.repeat(length)}"`;

	test.each<[string, (size: number) => string, number, RefusalCode]>([
		['A9: depth', levels, LIMITS.depth, 'tooDeep'],
		['A10: values', values, LIMITS.nodes, 'tooManyValues'],
		['A1, row 27: bytes', bytes, LIMITS.bodyBytes, 'bodyTooLarge'],
		['length of a text', text, LIMITS.stringLength, 'textTooLong'],
		['row 8: entities', entries, LIMITS.entries, 'tooManyEntities'],
		['A13: length of an id', id, LIMITS.idLength, 'badId'],
	])('%s', (_name, make, limit, code) => {
		expect(codeOf(make(limit - 1))).toBe('accepted');
		expect(codeOf(make(limit))).toBe('accepted');
		expect(codeOf(make(limit + 1))).toBe(code);
	});

	test('A10: 80,000 names and 100,000 levels are refused', () => {
		const names = Array.from({ length: 80_000 }, (_, position) => `"k${position}":1`);
		expect(codeOf(`{${names.join(',')}}`)).toBe('tooManyValues');
		expect(codeOf('['.repeat(100_000))).toBe('tooDeep');
	});

	test('empty containers count as one value each', () => {
		const list = (count: number) => `[${'{},'.repeat(count - 1)}{}]`;
		expect(codeOf(list(LIMITS.nodes))).toBe('tooManyValues');
		expect(codeOf(list(LIMITS.nodes - 1))).toBe('tooManyEntities');
	});
});

describe('laws', () => {
	const types = ['application/scim+json', 'application/json', 'text/plain', 'image/png', ''];
	const anyType = fc.oneof(
		fc.constantFrom(...types, 'application/x-www-form-urlencoded'),
		fc.string(),
	);
	const anyBody = fc.oneof(fc.string({ unit: codePoint }), fc.json(), fc.uint8Array());
	const anyPath = fc.oneof(
		fc.string().map((tail) => `${ENTITIES}user/${tail}`),
		fc.webPath(),
		fc.constant(`${ENTITIES}user`),
	);

	test('L19: parseNotices never throws, and has no fault of its own', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'BREW'),
				anyPath,
				anyType,
				anyBody,
				(method, path, contentType, body) => {
					const parsed = parseNotices(SYSTEM, { method, path, contentType, body });
					expect(parsed).not.toHaveProperty('code', 'fault');
				},
			),
			{ numRuns: 2_000 },
		);
	});

	test('whatever JSON.parse reads with unique names is read the same', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
				const body = JSON.stringify({ id: 'u1', attribute: value });
				const { notices } = parseNotices(SYSTEM, post(body));
				const prototypes = /"(__proto__|constructor|prototype)":/;
				if (!prototypes.test(body)) {
					expect(notices[0]?.entity).toEqual(JSON.parse(body));
				}
			}),
		);
	});

	test('L19: a valid document cut anywhere or with a byte flipped is refused or still one notice', () => {
		const valid = Buffer.from('{"id":"u1","name":{"givenName":"Mira"},"emails":[{"value":"m@x"}]}');
		fc.assert(
			fc.property(fc.nat(valid.length - 1), fc.nat(255), (position, byte) => {
				const flipped = Buffer.from(valid);
				flipped[position] = byte;
				for (const bytes of [flipped, valid.subarray(0, position)]) {
					const parsed = parseNotices(SYSTEM, { ...post(''), body: bytes });
					expect(parsed.notices.length).toBeLessThanOrEqual(1);
					expect(parsed).not.toHaveProperty('code', 'fault');
				}
			}),
		);
	});
});
