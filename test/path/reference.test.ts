/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the vectors beside the checkout; not shipped */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProvisioningError } from '../../src/model/errors';
import type { Json } from '../../src/model/json';
import { compileCondition, compilePath } from '../../src/path';

/** Answers of the reference implementation of the dialect (Jayway JsonPath 2.9.0). */
interface Vectors {
	readonly docs: readonly Json[];
	readonly vectors: ReadonlyArray<{
		readonly kind: 'path' | 'cond';
		readonly expr: string;
		readonly doc: number;
		readonly value?: Json;
		readonly definite?: boolean;
		readonly error?: string;
	}>;
}

const ABSENT_LIST = 'a filter over an absent list gives [] in a condition';
const ABSENT_EMPTY = 'an absent value is empty';

/** Where we answer otherwise on purpose: the documentation of the product says so. */
const decided: ReadonlyMap<string, string> = new Map([
	["$.phoneNumbers[?(@.type == 'work')].value != []", ABSENT_LIST],
	['$.phoneNumbers[?(@.primary == true)].value != []', ABSENT_LIST],
	['$.addresses[?(@.primary == true)].country != []', ABSENT_LIST],
	['$.addresses[?(@.primary == true)].locality != []', ABSENT_LIST],
	["$.phoneNumbers[?(@.type == 'fax')].value != []", ABSENT_LIST],
	["$.phoneNumbers[?(@.type == 'mobile')].value != []", ABSENT_LIST],
	["$.phoneNumbers[?(@.type == 'home')].value != []", ABSENT_LIST],
	['$.phoneNumbers[?(@.primary== true)] empty true', ABSENT_LIST],
	["$.groups EMPTY true || $.groups[?(@.value == 'Marketing_Cloud' )] == []", ABSENT_EMPTY],
	["$.groups EMPTY true || $.groups[?(@.display === 'XYZ' )] empty true", ABSENT_EMPTY],
	[
		"($['urn:ietf:params:scim:schemas:extension:2.0:mapping']['providerId'] EMPTY true)",
		ABSENT_EMPTY,
	],
]);
/** Misprints of the documentation. */
const misprints: readonly string[] = ['$. givenName[0]', '$date'];

const file = join(__dirname, '../../../shared/data/jayway-vectors.json');

function readVectors(): Vectors {
	return JSON.parse(readFileSync(file, 'utf8'));
}

if (existsSync(file)) compareWith(readVectors());
else {
	test('reference vectors are not beside this checkout: not run', () => {
		expect(existsSync(file)).toBe(false);
	});
}

function compareWith({ docs, vectors }: Vectors): void {
	const document = (index: number): Json => docs[index] ?? null;
	const paths = vectors.filter(({ kind, error }) => kind === 'path' && error === undefined);
	const conditions = vectors.filter(({ kind, error }) => kind === 'cond' && error === undefined);
	const unknown = vectors.filter(({ kind, error }) => kind === 'cond' && error !== undefined);

	test('all 920 vectors are looked at', () => {
		expect([paths.length, conditions.length, unknown.length + misprints.length]).toEqual([
			492, 264, 164,
		]);
	});

	test.each(paths)('path $expr', ({ expr, doc, value, definite }) => {
		const path = compilePath(expr);
		expect(path.read(document(doc))).toEqual(value);
		expect(path.definite).toBe(definite);
	});

	test.each(conditions)('condition $expr on document $doc', ({ expr, doc, value }) => {
		const result = compileCondition(expr).test(document(doc));
		if (result !== value) expect(decided.get(expr)).toBeDefined();
	});

	test.each([...decided])('%s differs, because %s', (text) => {
		const differing = conditions.filter(
			({ expr, doc, value }) =>
				expr === text && compileCondition(expr).test(document(doc)) !== value,
		);
		expect(differing.length).toBeGreaterThan(0);
	});

	test.each(unknown)('the reference does not know the calls of $expr, we do', ({ expr }) => {
		expect(typeof compileCondition(expr).test({})).toBe('boolean');
	});

	test.each(misprints)('%s is a misprint and refused', (text) => {
		expect(() => compilePath(text)).toThrow(ProvisioningError);
	});
}
