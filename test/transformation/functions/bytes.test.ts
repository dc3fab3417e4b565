import fc from 'fast-check';
import type { Json } from '../../../src/model/json';
import { decodeBase32, encodeBase32 } from '../../../src/transformation/functions/base32';
import { decodeBase64, encodeBase64 } from '../../../src/transformation/functions/base64';
import { apply } from './support/apply';

/** The test vectors of RFC 4648, section 10. */
const VECTORS = [
	['', '', ''],
	['f', 'MY======', 'Zg=='],
	['fo', 'MZXQ====', 'Zm8='],
	['foo', 'MZXW6===', 'Zm9v'],
	['foob', 'MZXW6YQ=', 'Zm9vYg=='],
	['fooba', 'MZXW6YTB', 'Zm9vYmE='],
	['foobar', 'MZXW6YTBOI======', 'Zm9vYmFy'],
	['Zoë', 'LJX4HKY=', 'Wm/Dqw=='],
] as const;

describe.each(VECTORS)('%j', (plain, base32, base64) => {
	test.each([
		['base32', base32],
		['base64', base64],
	])('%s', (algorithm, encoded) => {
		const bare = encoded.replace(/=+$/, '');
		expect(apply('encode', { algorithm }, plain)).toBe(encoded);
		expect(apply('encode', { algorithm, skipPadding: true }, plain)).toBe(bare);
		for (const text of [encoded, bare]) {
			const bytes = apply('decode', { algorithm }, text);
			expect(bytes).toBeInstanceOf(Uint8Array);
			expect(apply('toString', {}, bytes)).toBe(plain);
		}
	});
});

test('what was decoded is encoded again byte by byte', () => {
	const bytes = apply('decode', { algorithm: 'base64' }, '/+8=');
	expect(apply('encode', { algorithm: 'base64' }, bytes)).toBe('/+8=');
});

test.each<[Json | undefined, Json | undefined]>([
	[undefined, undefined],
	[
		['foo', 5, true],
		['MZXW6', 'GU', 'ORZHKZI'],
	],
	[[], []],
])('encode walks a list: %j -> %j', (value, expected) => {
	expect(apply('encode', { algorithm: 'base32', skipPadding: true }, value)).toEqual(expected);
});

test('decode leaves an absent value absent', () => {
	expect(apply('decode', { algorithm: 'base32' }, undefined)).toBeUndefined();
});

test('base32 is read in either case', () => {
	expect(decodeBase32('mzXw6')).toEqual(decodeBase32('MZXW6'));
});

test.each([
	['base32', '1', 'does not know'],
	['base32', 'MY=A', 'does not know'],
	['base32', 'M', 'cut off'],
	['base32', 'MZX', 'cut off'],
	['base32', 'MY==', 'wrong number of ='],
	['base32', '========', 'wrong number of ='],
	['base32', 'MZXW6YŁ', 'does not know'],
	['base64', 'Zm9 v', 'does not know'],
	['base64', 'Zm-v', 'does not know'],
	['base64', 'Z', 'cut off'],
	['base64', 'Zg=', 'wrong number of ='],
	['base64', 'Z=g=', 'does not know'],
])('decode %s refuses %j', (algorithm, text, reason) => {
	expect(() => apply('decode', { algorithm }, text)).toThrow(reason);
});

test.each(['encode', 'decode'])('%s refuses objects and unknown algorithms', (name) => {
	expect(() => apply(name, { algorithm: 'base32' }, { value: 'x' })).toThrow('not an object');
	expect(() => apply(name, { algorithm: 'base16' }, 'x')).toThrow();
	expect(() => apply(name, {}, 'x')).toThrow();
});

test('any bytes come back from base32 and base64, which agrees with Buffer', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
			expect(decodeBase32(encodeBase32(bytes))).toEqual(bytes);
			expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
			expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
		}),
	);
});

test('any text comes back from encode, decode, toString', () => {
	const text = fc.string({ unit: 'grapheme' });
	fc.assert(
		fc.property(
			text,
			fc.constantFrom('base32', 'base64'),
			fc.boolean(),
			(plain, algorithm, bare) => {
				const encoded = apply('encode', { algorithm, skipPadding: bare }, plain);
				expect(apply('toString', {}, apply('decode', { algorithm }, encoded))).toBe(plain);
			},
		),
	);
});
