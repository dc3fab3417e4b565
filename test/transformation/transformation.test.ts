import type { Json, JsonObject } from '../../src/model/json';
import { compileTransformation } from '../../src/transformation';
import { user } from './documents';

describe('deletes', () => {
	const deactivate = { scope: 'deleteEntity', constant: false, targetPath: '$.active' };

	test.each<[string, JsonObject[], boolean]>([
		['a mapping for deletes', [deactivate], true],
		['none', [], false],
		['an ignored one', [{ ...deactivate, ignore: true }], false],
	])('%s: becomes an update is %s', (_, mappings, expected) => {
		expect(compileTransformation(user(...mappings)).deletesByUpdate('user')).toBe(expected);
	});

	test('a real delete maps to nothing, and is not refused by the condition', () => {
		const document = {
			user: { condition: '$.a == 1', mappings: [{ constant: 1, targetPath: '$.b' }] },
		};
		const result = compileTransformation(document).map('user', {}, { operation: 'delete' });
		expect(result).toMatchObject({ status: 'mapped', entity: {} });
	});
});

describe('entity types', () => {
	test.each([
		[
			'missing',
			{ user: { mappings: [] } },
			'The transformation has no mappings for entity type [group]',
		],
		[
			'ignored',
			{ group: { ignore: true, mappings: [] } },
			'Entity type [group] is ignored in the transformation',
		],
	])('%s: skipped with its own reason', (code, document, reason) => {
		expect(compileTransformation(document).map('group', {})).toEqual({
			status: 'skipped',
			code,
			reason,
		});
	});
});

describe('JSON null in the source', () => {
	const keep = { preserveArrayWithSingleElement: true };

	test.each<[string, JsonObject, Json, JsonObject | undefined, JsonObject]>([
		['a value', {}, { a: null }, undefined, { b: null }],
		['a default', { defaultValue: 1 }, { a: null }, { b: 1 }, { b: null }],
		['an optional value', { optional: true }, { a: null }, {}, { b: null }],
		['the only element of a list', { optional: true }, { a: [null] }, {}, { b: null }],
		['the kept element of a list', keep, { a: [null] }, { b: [null] }, { b: [null] }],
		[
			'a value with a function',
			{ optional: true, functions: [{ function: 'toString' }] },
			{ a: null },
			{},
			{ b: null },
		],
		['a value that is there', {}, { a: 1 }, { b: 1 }, { b: 1 }],
		['a value that is missing', { optional: true }, {}, {}, {}],
	])('%s: absent, unless null is a value', (_, more, entity, usual, nullIsValue) => {
		const document = user({ sourcePath: '$.a', targetPath: '$.b', ...more });
		const mapped = (entity: JsonObject) => ({ status: 'mapped', entity, variables: {} });
		const result = compileTransformation(document).map('user', entity);
		if (usual === undefined) expect(result).toMatchObject({ status: 'failed' });
		else expect(result).toEqual(mapped(usual));
		const other = compileTransformation(document, { nullIsValue: true });
		expect(other.map('user', entity)).toEqual(mapped(nullIsValue));
	});
});
