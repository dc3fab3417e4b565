import { nextQuery } from '../../../src/protocols/odata2/nextLink';
import { allOf, encoded, keyed, readDate } from '../../../src/protocols/odata2/text';

test.each([
	['/Date(1793700251000+0000)/', '2026-11-03T10:04:11.000Z'],
	['/Date(1793700251000)/', '2026-11-03T10:04:11.000Z'],
	['/Date(1793700251000+0120)/', '2026-11-03T10:04:11.000Z'],
	['/Date(1793700251000-0480)/', '2026-11-03T10:04:11.000Z'],
	['/Date(-86400000)/', '1969-12-31T00:00:00.000Z'],
	['/Date(0)/', '1970-01-01T00:00:00.000Z'],
])('row 75: %s is %s', (text, instant) => {
	expect(new Date(readDate(text) ?? NaN).toISOString()).toBe(instant);
});

test.each([null, undefined, '', '/Date()/', '/Date(x)/', '2026-11-03T10:04:11Z', 1793700251000])(
	'row 75: %p is no date',
	(value) => expect(readDate(value)).toBeUndefined(),
);

test.each([
	["O'Hara", '/User(%27O%27%27Hara%27)'],
	['a/b', '/User(%27a%2Fb%27)'],
	['100%', '/User(%27100%25%27)'],
	["x') or userId ne ('", '/User(%27x%27%27)%20or%20userId%20ne%20(%27%27%27)'],
	['..', '/User(%27..%27)'],
])('row 67: %s stays within its quotes', (key, path) => {
	expect(keyed('/User', key)).toBe(path);
});

test('conditions keep their meaning when they are joined', () => {
	expect(allOf(undefined, "a eq 'x'")).toBe("a eq 'x'");
	expect(allOf("a eq 'x' or b eq 'y'", 'c eq 1')).toBe("(a eq 'x' or b eq 'y') and c eq 1");
	expect(encoded("'ä&")).toBe('%27%C3%A4%26');
});

const path = '/odata/v2/User';
const baseUrl = 'https://api.sf.example.com';

test.each([
	'https://api.sf.example.com/odata/v2/User?$skiptoken=abc&x=%27y%27',
	'https://api.sf.example.com:443/odata/v2/User?$skiptoken=abc&x=%27y%27',
	'HTTPS://API.SF.EXAMPLE.COM/odata/v2/User?$skiptoken=abc&x=%27y%27',
	'/odata/v2/User?$skiptoken=abc&x=%27y%27',
])('row 71: %s is followed as it is', (link) => {
	expect(nextQuery(link, { path, baseUrl, system: 'SF' })).toBe('$skiptoken=abc&x=%27y%27');
});

test.each([
	'https://elsewhere.example.com/odata/v2/User?$skiptoken=abc',
	'https://api.sf.example.com.evil.example/odata/v2/User?$skiptoken=abc',
	'https://api.sf.example.com:8443/odata/v2/User?$skiptoken=abc',
	'https://api.sf.example.com@evil.example/odata/v2/User?$skiptoken=abc',
	'//evil.example/odata/v2/User?$skiptoken=abc',
	'https://api.sf.example.com/odata/v2/User',
	'https://api.sf.example.com/oauth/token?$skiptoken=abc',
	'javascript:alert(1)',
	'',
])('row 71, D13: %s is refused', (link) => {
	expect(() => nextQuery(link, { path, baseUrl, system: 'SF' })).toThrow(/another address/);
});

test('row 71: without a known host only the query of a link is used', () => {
	const link = 'https://api.sf.example.com/odata/v2/User?$skiptoken=abc';
	expect(nextQuery(link, { path, system: 'SF' })).toBe('$skiptoken=abc');
});
