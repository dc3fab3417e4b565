import type { Json, JsonObject } from '../../src/model/json';
import { compileTransformation } from '../../src/transformation';

const user = (...mappings: JsonObject[]): JsonObject => ({ user: { mappings } });

describe('ids to resolve', () => {
	const transformation = compileTransformation({
		group: {
			condition: '$.displayName EMPTY false',
			mappings: [
				{ sourcePath: '$.displayName', targetPath: '$.displayName' },
				{
					sourcePath: '$.members[*].value',
					targetPath: '$.members[?(@.value)]',
					preserveArrayWithSingleElement: true,
					optional: true,
					functions: [{ function: 'resolveEntityIds' }],
				},
				{
					sourcePath: '$.members[*].value',
					targetPath: '$.members[?(@.value)]',
					preserveArrayWithSingleElement: true,
					optional: true,
					functions: [{ function: 'resolveEntityIds', entityType: 'group' }],
				},
				{ sourcePath: '$.required', targetPath: '$.required', scope: 'createEntity' },
				{
					sourcePath: '$.owner',
					targetPath: '$.owner',
					optional: true,
					scope: 'createEntity',
					functions: [{ function: 'resolveEntityIds', sourceSystemName: 'other' }],
				},
			],
		},
	});
	const entity = {
		displayName: 'g',
		members: [{ value: 'u1' }, { value: 'u2' }, { value: 'u1' }],
		owner: 'o',
	};

	test('each once, also behind a mapping that fails, with the system that was named', () => {
		expect(transformation.idsToResolve('group', entity)).toEqual([
			{ id: 'u1', entityType: 'user' },
			{ id: 'u2', entityType: 'user' },
			{ id: 'u1', entityType: 'group' },
			{ id: 'u2', entityType: 'group' },
			{ id: 'o', entityType: 'user', systemName: 'other' },
		]);
	});

	test('only those of the mappings that run', () => {
		const ids = transformation.idsToResolve('group', entity, { operation: 'update' });
		expect(ids.map(({ id }) => id)).not.toContain('o');
	});

	test('none of an entity that is skipped, or of a type that is not mapped', () => {
		expect(transformation.idsToResolve('group', { members: [{ value: 'u1' }] })).toEqual([]);
		expect(transformation.idsToResolve('user', entity)).toEqual([]);
	});

	test('map asks for nothing else, and what is not known is dropped with a warning', () => {
		const asked = new Set<string>();
		const result = transformation.map('group', entity, {
			operation: 'update',
			resolve(id, entityType) {
				asked.add(`${entityType} ${id}`);
				return id === 'u1' && entityType === 'user' ? 't1' : undefined;
			},
		});
		const announced = transformation.idsToResolve('group', entity, { operation: 'update' });
		expect([...asked]).toEqual(announced.map(({ id, entityType }) => `${entityType} ${id}`));
		expect(result).toMatchObject({
			entity: { members: [{ value: 't1' }, { value: 't1' }] },
			warnings: expect.arrayContaining([expect.stringMatching(/^group\.mappings\[1\]: /)]),
		});
	});
});

describe('what a transformation owns', () => {
	test.each<[string, JsonObject[], string[]]>([
		['names', [{ constant: 1, targetPath: '$.name.givenName' }], ['$.name.givenName']],
		[
			'brackets in one form',
			[
				{ constant: 1, targetPath: "$['name']['givenName']" },
				{ constant: 1, targetPath: '$["urn:x:2.0"].a' },
			],
			['$.name.givenName', "$['urn:x:2.0'].a"],
		],
		['a path without $', [{ constant: 1, targetPath: 'title' }], ['$.title']],
		[
			'each once',
			[
				{ constant: 1, targetPath: '$.a' },
				{ constant: 2, targetPath: "$['a']" },
			],
			['$.a'],
		],
		[
			'not what is removed again, nor what lies below it',
			[
				{ constant: 1, targetPath: '$.id' },
				{ constant: 1, targetPath: '$.name.first' },
				{ constant: 1, targetPath: '$.named' },
				{ type: 'remove', targetPath: '$.id' },
				{ type: 'remove', targetPath: '$.name' },
			],
			['$.named'],
		],
		[
			'what is removed only now and then',
			[
				{ constant: 1, targetPath: '$.a' },
				{ type: 'remove', targetPath: '$.a', condition: '$.x == 1' },
			],
			['$.a'],
		],
		[
			'both names of a rename',
			[{ type: 'rename', targetPath: '$.m[*].P', constant: 'value' }],
			['$.m[*].value', '$.m[*].P'],
		],
		[
			'whether or not a condition holds',
			[{ constant: 1, targetPath: '$.a', condition: '$.x == 1' }],
			['$.a'],
		],
		[
			'elements',
			[
				{ constant: 1, targetPath: '$.emails[0].value' },
				{ constant: 1, targetPath: '$.m[?(@.value)]' },
			],
			['$.emails[0].value', '$.m[?(@.value)]'],
		],
		[
			'not what is only written on create',
			[{ constant: 1, targetPath: '$.password', scope: 'createEntity' }],
			[],
		],
		['not what is ignored', [{ constant: 1, targetPath: '$.a', ignore: true }], []],
		[
			'everything when all is copied',
			[
				{ sourcePath: '$', targetPath: '$' },
				{ type: 'remove', targetPath: '$.id' },
			],
			['$'],
		],
	])('%s', (_, mappings, owned) => {
		expect(compileTransformation(user(...mappings)).owns('user')).toEqual(owned);
	});

	test('a copy of the whole entity owns what the read transformation gives', () => {
		const copy = user({ sourcePath: '$', targetPath: '$' }, { type: 'remove', targetPath: '$.id' });
		const owned = compileTransformation(copy).owns('user', ['$.id', '$.userName']);
		expect(owned).toEqual(['$.userName']);
	});

	test('nothing of a type that is not mapped', () => {
		expect(compileTransformation(user()).owns('group')).toEqual([]);
	});
});

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

describe('variables of the runtime', () => {
	const now = () => Date.UTC(2024, 1, 29, 13, 5, 7, 42);
	const dated = user({ sourceVariable: 'currentDate', targetPath: '$.d', optional: true });

	test.each<[string, JsonObject | undefined, string]>([
		['the documented format', undefined, '2024-02-29 13:05:07.042'],
		['the format of the property', { 'ips.date.variable.format': 'yyyy/MM/dd' }, '2024/02/29'],
	])('the current date in %s, and it stays inside', (_, properties, expected) => {
		const options = properties
			? { now, properties: { 'ips.date.variable.format': 'yyyy/MM/dd' } }
			: { now };
		const result = compileTransformation(dated, options).map('user', {});
		expect(result).toEqual({ status: 'mapped', entity: { d: expected }, variables: {} });
	});

	test('an unknown date format is refused', () => {
		expect(() => compileTransformation(dated, { now, dateFormat: 'qq' })).toThrow(/date format/);
	});

	test.each([
		[7, '7'],
		['x', 'x'],
	])('an id of the source is text: %p', (id, expected) => {
		const mapping = { sourcePath: '$.id', targetVariable: 'entityIdSourceSystem' };
		const result = compileTransformation(user(mapping)).map('user', { id });
		expect(result).toMatchObject({ variables: { entityIdSourceSystem: expected } });
	});

	test.each([[''], [true], [['a', 'b']]])('%p is no id of the source', (id) => {
		const mapping = { sourcePath: '$.id', targetVariable: 'entityIdSourceSystem' };
		const result = compileTransformation(user(mapping)).map('user', { id });
		expect(result).toMatchObject({ status: 'failed' });
	});

	test('groups to assign are a list of ids', () => {
		const transformation = compileTransformation(
			user({
				sourcePath: '$.g',
				targetVariable: 'assignGroup',
				preserveArrayWithSingleElement: true,
			}),
		);
		expect(transformation.map('user', { g: [{ id: 'x' }] })).toMatchObject({
			variables: { assignGroup: [{ id: 'x' }] },
		});
		expect(transformation.map('user', { g: { id: 'x' } })).toMatchObject({ status: 'failed' });
		expect(transformation.map('user', { g: [{ name: 'x' }] })).toMatchObject({ status: 'failed' });
	});

	test.each<[string, unknown, string]>([
		['absent', undefined, '<>'],
		['a list of one', ['a'], '<a>'],
		['a longer list', ['a', 'b'], '<["a","b"]>'],
		['a number', 7, '<7>'],
		['text that looks like a reference', '${x}', '<${x}>'],
	])('inserted as text: %s', (_, v, expected) => {
		const transformation = compileTransformation(user({ constant: ['<${v}>'], targetPath: '$.c' }));
		const variables: JsonObject = JSON.parse(JSON.stringify({ v }));
		expect(transformation.map('user', {}, { variables })).toMatchObject({
			entity: { c: [expected] },
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

describe('functions on values of every form', () => {
	const apply = (functions: JsonObject[], input: unknown, more: JsonObject = {}) =>
		compileTransformation(
			user({
				sourcePath: '$.in',
				targetPath: '$.out',
				preserveArrayWithSingleElement: true,
				functions,
				...more,
			}),
		).map('user', { in: JSON.parse(JSON.stringify(input)) });
	const upper = [{ function: 'toUpperCaseString' }];

	test.each<[string, JsonObject[], unknown, unknown]>([
		['a scalar function walks a list', upper, ['a', 'b'], ['A', 'B']],
		['null in a list stays', upper, ['a', null], ['A', null]],
		['applyOnElements on one value', [{ ...upper[0], applyOnElements: true }], 'a', 'A'],
		[
			'applyOnAttribute on one object',
			[{ ...upper[0], applyOnAttribute: 'k' }],
			{ k: 'a', l: 'b' },
			{ k: 'A', l: 'b' },
		],
		[
			'assignToAttribute alone',
			[{ function: 'toString', assignToAttribute: 'text' }],
			{ a: 1 },
			{ a: 1, text: '{"a":1}' },
		],
		[
			'condition per element',
			[{ function: 'concatString', prefix: 'x', condition: "@ == 'a'" }],
			['a', 'b'],
			['xa', 'b'],
		],
		[
			'a function without result leaves the element out',
			[{ function: 'getMatchedRegexGroup', regex: 'x(.)', groupIndex: 1 }],
			['xa', 'b'],
			['a'],
		],
	])('%s', (_, functions, input, output) => {
		expect(apply(functions, input)).toMatchObject({ status: 'mapped', entity: { out: output } });
	});

	test('an object given to a scalar function fails the entity, without its value in the message', () => {
		const result = apply(upper, { secret: 'swordfish' });
		expect(result).toMatchObject({
			status: 'failed',
			error: { message: expect.stringMatching(/mappings\[0\]: function toUpperCaseString: /) },
		});
		expect(JSON.stringify(result)).not.toContain('swordfish');
	});

	test.each<[string, unknown, JsonObject[]]>([
		['a value', 'Wm8=', [{ function: 'decode', algorithm: 'base64' }]],
		['a list', ['Wm8='], [{ function: 'decode', algorithm: 'base64' }]],
		[
			'an attribute',
			{ k: 'Wm8=' },
			[{ function: 'decode', algorithm: 'base64', applyOnAttribute: 'k' }],
		],
	])('bytes of %s do not reach the target', (_, input, functions) => {
		expect(apply(functions, input)).toMatchObject({
			status: 'failed',
			error: { message: expect.stringMatching(/toString/) },
		});
		expect(apply(functions, input, { targetVariable: 'v' })).toMatchObject({ status: 'failed' });
	});

	test('a path parameter that leads nowhere gives no value', () => {
		const functions = [{ function: 'concatString', suffix: '$.no.where' }];
		expect(apply(functions, 'a')).toMatchObject({ status: 'failed' });
		expect(apply(functions, 'a', { optional: true })).toMatchObject({ entity: {} });
	});

	test('passwords come from the given randomness (row 84)', () => {
		const functions = [
			{
				function: 'randomPassword',
				passwordLength: 24,
				minimumNumberOfLowercaseLetters: 1,
				minimumNumberOfUppercaseLetters: 1,
				minimumNumberOfDigits: 1,
				minimumNumberOfSpecialSymbols: 0,
			},
		];
		const transformation = compileTransformation(user({ targetPath: '$.p', functions }));
		const passwords = [1, 2].map(() => {
			const result = transformation.map('user', {});
			return result.status === 'mapped' ? String(result.entity['p']) : '';
		});
		for (const password of passwords) {
			expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z\d]{24}$/);
		}
		expect(passwords[0]).not.toBe(passwords[1]);
	});
});
