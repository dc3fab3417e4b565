import type { Json, JsonObject } from '../../src/model/json';
import type { Fault, TransformationOptions } from '../../src/transformation';
import { compileTransformation } from '../../src/transformation';
import { faultsOf as refusal } from './refusal';

function faultsOf(document: unknown, options: TransformationOptions = {}): readonly Fault[] {
	return refusal(() => compileTransformation(document, options));
}

const user = (...mappings: Json[]): JsonObject => ({ user: { mappings } });
const good = { sourcePath: '$.a', targetPath: '$.b' };
const withFunction = (each: JsonObject): JsonObject => user({ ...good, functions: [each] });

describe('a faulty document is refused with the place and what is meant', () => {
	test.each<[string, unknown, string, RegExp]>([
		['a document that is no object', [], '', /object with one member per entity type/],
		['a document that is no object', 7, '', /object with one member per entity type/],
		['a block that is no object', { user: 7 }, '/user', /must be an object, not a number/],
		['no mappings', { user: {} }, '/user/mappings', /`mappings` is missing/],
		['mappings that are no list', { user: { mappings: {} } }, '/user/mappings', /must be a list/],
		[
			'an unknown key of a block',
			{ user: { mappings: [], conditions: '' } },
			'/user/conditions',
			/did you mean `condition`/,
		],
		[
			'an unknown key of a mapping',
			user({ ...good, sourcepath: '' }),
			'/user/mappings/0/sourcepath',
			/`sourcepath` is not a key of a mapping; did you mean `sourcePath`\?/,
		],
		[
			'an unknown key that resembles nothing',
			user({ ...good, zzzzzzzz: '' }),
			'/user/mappings/0/zzzzzzzz',
			/not a key of a mapping$/,
		],
		[
			'a key of the wrong type',
			user({ ...good, optional: 1 }),
			'/user/mappings/0/optional',
			/must be true or false/,
		],
		[
			'a key of the wrong type',
			user({ ...good, sourcePath: 1 }),
			'/user/mappings/0/sourcePath',
			/must be text, not a number/,
		],
		[
			'an unknown mapping type',
			user({ ...good, type: 'sett' }),
			'/user/mappings/0/type',
			/did you mean `set`/,
		],
		[
			'an unknown scope',
			user({ ...good, scope: 'createEntities' }),
			'/user/mappings/0/scope',
			/did you mean `createEntity`/,
		],
		[
			'an unknown operation',
			{ user: { mappings: [], skipOperations: ['deleted'] } },
			'/user/skipOperations/0',
			/did you mean `delete`/,
		],
		[
			'two sources',
			user({ ...good, constant: 1 }),
			'/user/mappings/0/constant',
			/two sources: `sourcePath` and `constant`/,
		],
		['no source', user({ targetPath: '$.b' }), '/user/mappings/0', /no source/],
		[
			'no source, documented',
			user({ type: 'set', targetPath: '$.groups' }),
			'/user/mappings/0',
			/no source/,
		],
		['no target', user({ sourcePath: '$.a' }), '/user/mappings/0', /no target/],
		[
			'a misprinted path',
			user({ ...good, sourcePath: '$. givenName[0]' }),
			'/user/mappings/0/sourcePath',
			/column/,
		],
		[
			'a path that cannot be written',
			user({ ...good, targetPath: '$..b' }),
			'/user/mappings/0/targetPath',
			/nothing can be written/,
		],
		[
			'a filter that is not last',
			user({ ...good, targetPath: "$.b[?(@.c == 'x')]" }),
			'/user/mappings/0/targetPath',
			/filter/,
		],
		[
			'a prototype in the target',
			user({ ...good, targetPath: '$.constructor.x' }),
			'/user/mappings/0/targetPath',
			/constructor/,
		],
		[
			'a prototype as a variable',
			user({ sourcePath: '$.a', targetVariable: '__proto__' }),
			'/user/mappings/0/targetVariable',
			/not allowed/,
		],
		[
			'a faulty condition',
			user({ ...good, condition: '$.a ==' }),
			'/user/mappings/0/condition',
			/column/,
		],
		[
			'a faulty block condition',
			{ user: { condition: 'foo($.a)', mappings: [] } },
			'/user/condition',
			/no condition function/,
		],
		[
			'an unknown function',
			withFunction({ function: 'concatStrings' }),
			'/user/mappings/0/functions/0/function',
			/did you mean `concatString`/,
		],
		[
			'a function without name',
			withFunction({ prefix: 'x' }),
			'/user/mappings/0/functions/0',
			/name is missing/,
		],
		[
			'two names of a function',
			withFunction({ function: 'toString', type: 'decode' }),
			'/user/mappings/0/functions/0/type',
			/different functions/,
		],
		[
			'an unknown parameter',
			withFunction({ function: 'concatString', sufix: 'x' }),
			'/user/mappings/0/functions/0/sufix',
			/function `concatString`; did you mean `suffix`/,
		],
		[
			'a missing parameter',
			withFunction({ function: 'elementAt' }),
			'/user/mappings/0/functions/0/index',
			/`index`/,
		],
		[
			'a wrong parameter',
			withFunction({ function: 'encode', algorithm: 'base46' }),
			'/user/mappings/0/functions/0/algorithm',
			/one of base32, base64; did you mean/,
		],
		[
			'a faulty function condition',
			withFunction({ function: 'toString', condition: '@ ==' }),
			'/user/mappings/0/functions/0/condition',
			/column/,
		],
		[
			'a faulty path parameter',
			withFunction({ function: 'concatString', suffix: '$.[x' }),
			'/user/mappings/0/functions/0/suffix',
			/column/,
		],
		[
			'a bad regular expression',
			withFunction({ function: 'matchRegex', regex: '(a' }),
			'/user/mappings/0/functions/0',
			/./,
		],
		[
			'a group that is not there',
			withFunction({ function: 'getMatchedRegexGroup', regex: '(a)', groupIndex: 2 }),
			'/user/mappings/0/functions/0',
			/group/i,
		],
		[
			'`__proto__` as an attribute',
			withFunction({ function: 'toString', applyOnAttribute: '__proto__' }),
			'/user/mappings/0/functions/0/applyOnAttribute',
			/not allowed/,
		],
		[
			'a source in a remove',
			user({ type: 'remove', targetPath: '$.a', constant: 1 }),
			'/user/mappings/0/constant',
			/no meaning in `remove`/,
		],
		[
			'a remove without target',
			user({ type: 'remove' }),
			'/user/mappings/0',
			/needs a `targetPath`/,
		],
		[
			'a rename without new name',
			user({ type: 'rename', targetPath: '$.a' }),
			'/user/mappings/0/constant',
			/new name/,
		],
		[
			'a rename of an element',
			user({ type: 'rename', targetPath: '$.a[0]', constant: 'b' }),
			'/user/mappings/0/targetPath',
			/name/,
		],
		[
			'a rename to a prototype',
			user({ type: 'rename', targetPath: '$.a', constant: '__proto__' }),
			'/user/mappings/0/constant',
			/not allowed/,
		],
		[
			'sourcePaths without valueMapping',
			user({ sourcePaths: ['$.a'], targetPath: '$.b' }),
			'/user/mappings/0/sourcePaths',
			/valueMapping/,
		],
		[
			'valueMapping without table',
			user({ type: 'valueMapping', sourcePaths: ['$.a'], targetPath: '$.b' }),
			'/user/mappings/0',
			/valueMappings/,
		],
		[
			'a key of the wrong length',
			user({
				type: 'valueMapping',
				sourcePaths: ['$.a'],
				targetPath: '$.b',
				valueMappings: [{ key: ['1', '2'], mappedValue: 1 }],
			}),
			'/user/mappings/0/valueMappings/0/key',
			/2 values for 1/,
		],
		[
			'variablePath without variable',
			user({ ...good, variablePath: '$[*]' }),
			'/user/mappings/0/variablePath',
			/sourceVariable/,
		],
		[
			'a read-only variable',
			user({ sourcePath: '$.a', targetVariable: 'currentDate' }),
			'/user/mappings/0/targetVariable',
			/set by the runtime/,
		],
	])('%s', (_, document, pointer, message) => {
		expect(faultsOf(document)).toContainEqual(
			expect.objectContaining({ pointer, message: expect.stringMatching(message) }),
		);
	});

	test.each<[string, JsonObject, string]>([
		['no id', user(good), '/user/mappings'],
		[
			'ids resolved',
			user({
				sourcePath: '$.a',
				targetVariable: 'entityIdSourceSystem',
				functions: [{ function: 'resolveEntityIds' }],
			}),
			'/user/mappings/0/functions/0',
		],
	])(
		'a read transformation with %s is refused, a write transformation is not',
		(_, document, pointer) => {
			expect(faultsOf(document, { direction: 'read' }).map((fault) => fault.pointer)).toEqual([
				pointer,
			]);
			expect(faultsOf(document, { direction: 'write' })).toEqual([]);
		},
	);

	test.each(['sourceSystemName', 'targetSystemName'])('a system that there is not: %s', (key) => {
		const document = withFunction({ function: 'resolveEntityIds', [key]: 'payrol' });
		expect(faultsOf(document, { systemNames: ['hr', 'payroll'] })).toMatchObject([
			{
				pointer: `/user/mappings/0/functions/0/${key}`,
				message: '`payrol` is not the name of a system; did you mean `payroll`?',
			},
		]);
		expect(compileTransformation(document).warnings).toEqual([]);
	});

	test('a system that there is', () => {
		const known = { function: 'resolveEntityIds', sourceSystemName: 'hr' };
		const options = { systemNames: ['hr'] };
		expect(compileTransformation(withFunction(known), options).warnings).toEqual([]);
	});

	test.each<[string, Json]>([
		['assignGroup', { id: 'g' }],
		['assignGroup', [{ value: 'g' }]],
		['unassignGroup', ['g']],
		['entityIdSourceSystem', ''],
	])('a constant that the variable %s cannot hold', (targetVariable, constant) => {
		const faults = faultsOf(user({ constant, targetVariable }));
		expect(faults).toMatchObject([
			{ pointer: '/user/mappings/0/constant', message: expect.stringContaining(targetVariable) },
		]);
	});

	test('all faults are told at once, in the order of the document, with entity type and mapping', () => {
		const document = {
			user: { mappings: [good, { ...good, sourcepath: '' }, { targetPath: '$.b' }] },
			group: { mappings: [{ ...good, condition: '(' }] },
		};
		expect(faultsOf(document)).toMatchObject([
			{ pointer: '/user/mappings/1/sourcepath', entityType: 'user', mapping: 1 },
			{ pointer: '/user/mappings/2', entityType: 'user', mapping: 2 },
			{ pointer: '/group/mappings/0/condition', entityType: 'group', mapping: 0 },
		]);
	});

	test('the message names the first ten places and counts the rest', () => {
		const many = user(...Array.from({ length: 13 }, () => ({ targetPath: '$.b' })));
		expect(() => compileTransformation(many)).toThrow(
			/has 13 faults: user\.mappings\[0\]: .*; and 3 more$/,
		);
	});
});

describe('text carries line and column', () => {
	const lines = (...text: string[]): string => text.join('\n');

	test.each<[string, string, Partial<Fault>]>([
		[
			'an unknown key at its name',
			lines(
				'{',
				'  "user": { "mappings": [',
				'    { "sourcepath": "$.a",',
				'      "targetPath": "$.b" } ] } }',
			),
			{ line: 3, column: 7, pointer: '/user/mappings/0/sourcepath' },
		],
		[
			'a wrong value at its name',
			lines(
				'{ "user": { "mappings": [',
				'\t{ "sourcePath": "$.a", "targetPath": "$.b",',
				'\t\t"condition": "(" } ] } }',
			),
			{ line: 3, column: 3, pointer: '/user/mappings/0/condition' },
		],
		[
			'a mapping at its brace',
			lines('{ "user": { "mappings": [', '  { "targetPath": "$.b" }', '] } }'),
			{ line: 2, column: 3, pointer: '/user/mappings/0' },
		],
		[
			'a missing key at the block',
			'{ "user": { } }',
			{ line: 1, column: 3, pointer: '/user/mappings' },
		],
		[
			'a name that stands twice',
			lines('{ "user": { "mappings": [] },', '  "user": { "mappings": [] } }'),
			{ line: 2, column: 3, pointer: '/user' },
		],
		[
			'a name that stands twice in a mapping',
			'{ "user": { "mappings": [ { "constant": 1, "constant": 2, "targetPath": "$.a" } ] } }',
			{ line: 1, column: 44, pointer: '/user/mappings/0/constant' },
		],
		[
			'a byte order mark counts as nothing',
			'\uFEFF{ "user": 7 }',
			{ line: 1, column: 3, pointer: '/user' },
		],
		['lines of Windows', '{\r\n"user":\r\n7 }', { line: 2, column: 1, pointer: '/user' }],
		[
			'a comma too much',
			lines('{ "user": { "mappings": [', '  { "constant": 1, "targetPath": "$.a" },', '] } }'),
			{ line: 3, column: 1, message: expect.stringMatching(/comma too much/) },
		],
		[
			'a comma too much in an object',
			'{ "a": 1, }',
			{ line: 1, column: 11, message: expect.stringMatching(/comma too much/) },
		],
		[
			'a comment',
			lines('{', '// my transformation', '"user": {} }'),
			{ line: 2, column: 1, message: expect.stringMatching(/comment/) },
		],
		[
			'a missing comma',
			lines('{ "a": 1', '  "b": 2 }'),
			{ line: 2, column: 3, message: expect.stringMatching(/`,` or `}`/) },
		],
		[
			'an open text',
			lines('{ "user": "abc', '}'),
			{ line: 1, column: 15, message: expect.stringMatching(/line break/) },
		],
		[
			'an open text at the end',
			'{ "user": "abc',
			{ line: 1, column: 11, message: expect.stringMatching(/not closed/) },
		],
		[
			'a bad escape',
			'{ "user": "\\x" }',
			{ line: 1, column: 11, message: expect.stringMatching(/escape/) },
		],
		[
			'single quotes',
			"{ 'user': 1 }",
			{ line: 1, column: 3, message: expect.stringMatching(/double quotes/) },
		],
		['an unquoted name', '{ user: 1 }', { line: 1, column: 3 }],
		[
			'text behind the end',
			lines('{}', '}'),
			{ line: 2, column: 1, message: expect.stringMatching(/after the end/) },
		],
		['nothing', ' ', { line: 1, column: 2, message: expect.stringMatching(/empty/) }],
		[
			'a cut document',
			'{ "user": { "mappings": [',
			{ line: 1, column: 26, message: expect.stringMatching(/end of the text/) },
		],
		['a number with a leading zero', '[01]', { line: 1, column: 3 }],
	])('%s', (_, text, fault) => {
		expect(faultsOf(text)).toContainEqual(expect.objectContaining(fault));
	});

	test('what JSON.parse reads, we read alike', () => {
		const text =
			' {"user":{"mappings":[{"constant":{"a":[1,-2.5e3,true,null,"\\u00e9\\n"],"":{}},"targetPath":"$.a"}]}} ';
		const result = compileTransformation(text).map('user', {});
		expect(result).toMatchObject({ entity: { a: JSON.parse(text).user.mappings[0].constant } });
	});
});

describe('what is legal but surely not meant is a warning', () => {
	const id = { sourcePath: '$.id', targetVariable: 'entityIdSourceSystem' };
	const provides = () => ['$.a', '$.name.familyName', '$.emails[0].value', "$['urn:x'].b"];

	test.each<[string, JsonObject, TransformationOptions, string, RegExp]>([
		[
			'an entity type that nobody knows',
			{ usr: { mappings: [] } },
			{},
			'/usr',
			/did you mean `user`/,
		],
		[
			'true as text',
			user({ ...good, optional: 'true' }),
			{},
			'/user/mappings/0/optional',
			/is text/,
		],
		[
			'one function instead of a list',
			user({ ...good, functions: { function: 'toString' } }),
			{},
			'/user/mappings/0/functions',
			/list/,
		],
		[
			'a path without $',
			user({ ...good, sourcePath: 'a' }),
			{},
			'/user/mappings/0/sourcePath',
			/\$\.a/,
		],
		[
			'a property that is not set',
			user({ ...good, sourcePath: '$.%p%' }),
			{},
			'/user/mappings/0/sourcePath',
			/`p` is not set/,
		],
		[
			'regex signs in a property',
			user({ ...good, condition: '$.a =~ /%p%.*/' }),
			{ properties: { p: 'X.Y' } },
			'/user/mappings/0/condition',
			/regular expression/,
		],
		[
			'a variable that nobody sets',
			user({ sourceVariable: 'v', targetPath: '$.b', optional: true }),
			{},
			'/user/mappings/0',
			/`v` is read/,
		],
		[
			'a mapping that is always overwritten',
			user({ ...good, optional: true }, { constant: 1, targetPath: '$.b' }),
			{},
			'/user/mappings/0/targetPath',
			/no effect/,
		],
		[
			'a mapping that is always removed',
			user(good, { type: 'remove', targetPath: '$.b' }),
			{},
			'/user/mappings/0/targetPath',
			/no effect/,
		],
		[
			'an old key',
			withFunction({ function: 'toString', applyOnJsonAttribute: 'a' }),
			{},
			'/user/mappings/0/functions/0/applyOnJsonAttribute',
			/applyOnAttribute/,
		],
		[
			'the same key twice',
			user({
				type: 'valueMapping',
				sourcePaths: ['$.a'],
				targetPath: '$.b',
				valueMappings: [
					{ key: ['1'], mappedValue: 1 },
					{ key: [1], mappedValue: 2 },
				],
			}),
			{},
			'/user/mappings/0/valueMappings/1',
			/never used/,
		],
		[
			'scope in a read transformation',
			user(id, { ...good, scope: 'createEntity' }),
			{ direction: 'read' },
			'/user/mappings/1/scope',
			/no effect/,
		],
		[
			'skipOperations in a read transformation',
			{ user: { mappings: [id], skipOperations: ['delete'] } },
			{ direction: 'read' },
			'/user/skipOperations',
			/no effect/,
		],
		[
			'correlation in a write transformation',
			user({ ...good, correlationAttribute: true }),
			{ direction: 'write' },
			'/user/mappings/0/correlationAttribute',
			/no effect/,
		],
		[
			'correlation of a group',
			{ group: { mappings: [{ ...good, correlationAttribute: true }] } },
			{},
			'/group/mappings/0/correlationAttribute',
			/users only/,
		],
		[
			'no id in a write transformation',
			user(good),
			{ direction: 'write' },
			'/user/mappings',
			/entityIdTargetSystem/,
		],
		[
			'the current date without a clock',
			user({ sourceVariable: 'currentDate', targetPath: '$.b', optional: true }),
			{},
			'',
			/no clock/,
		],
		[
			'a condition of the block on a path that nothing provides',
			{ user: { condition: '$.name.familyNam EMPTY false', mappings: [good] } },
			{ provides },
			'/user/condition',
			/nothing provides `\$\.name\.familyNam`/,
		],
		[
			'a condition of a mapping on a path that nothing provides',
			user({ ...good, condition: '$.emails[?(@.type == $.kind)].value EMPTY false' }),
			{ provides },
			'/user/mappings/0/condition',
			/nothing provides `\$\.kind`/,
		],
		[
			'a condition of a function on a path that nothing provides',
			withFunction({ function: 'toString', condition: '$.kind == 1' }),
			{ provides },
			'/user/mappings/0/functions/0/condition',
			/nothing provides `\$\.kind`/,
		],
		[
			'a required mapping of a path that nothing provides',
			user({ sourcePath: '$.name.middleName', targetPath: '$.b' }),
			{ provides },
			'/user/mappings/0/sourcePath',
			/nothing provides `\$\.name\.middleName`/,
		],
		[
			'a word without quotes in a condition',
			user({ ...good, condition: "userName == 'x'" }),
			{},
			'/user/mappings/0/condition',
			/`userName` is a text here; write `\$\.userName`/,
		],
		[
			'a word without quotes in a filter',
			user({ ...good, condition: '$.emails[?(@.type == work)] EMPTY false' }),
			{},
			'/user/mappings/0/condition',
			/`work` is a text here/,
		],
		[
			'the length of a text',
			user({ ...good, condition: "$.a.length() > 0 && !($.a == 'x')" }),
			{},
			'/user/mappings/0/condition',
			/`\$\.a` is compared with a text here/,
		],
		[
			'the scope of proxies',
			user({ ...good, scope: 'patchEntity' }),
			{ direction: 'write' },
			'/user/mappings/0/scope',
			/proxy system only/,
		],
		[
			'the base location of proxies as a source',
			user({ sourceVariable: 'entityBaseLocation', targetPath: '$.b', optional: true }),
			{ direction: 'write' },
			'/user/mappings/0',
			/proxy system only/,
		],
		[
			'the base location of proxies in a function',
			user(id, {
				...good,
				functions: [{ function: 'concatString', prefix: '${entityBaseLocation}' }],
			}),
			{ direction: 'read' },
			'/user/mappings/1',
			/proxy system only/,
		],
	])('%s', (_, document, options, pointer, message) => {
		expect(compileTransformation(document, options).warnings).toContainEqual({
			pointer,
			message: expect.stringMatching(message),
		});
	});

	test.each<[string, JsonObject, TransformationOptions?]>([
		['an optional mapping after a required one', user(good, { ...good, optional: true })],
		[
			'a condition after a constant',
			user(
				{ constant: true, targetPath: '$.b' },
				{ constant: false, condition: '$.a == 1', targetPath: '$.b' },
			),
		],
		[
			'elements added twice',
			user(
				{ sourcePath: '$.a', targetPath: '$.b[?(@.v)]' },
				{ sourcePath: '$.c', targetPath: '$.b[?(@.v)]' },
			),
		],
		[
			'an unscoped mapping after one for deletes',
			user({ ...good, scope: 'deleteEntity' }, { constant: 1, targetPath: '$.b' }),
		],
		[
			'a property tested against null',
			user(
				{ ...good, condition: "'%p%' !== 'null'" },
				{ constant: '%p%', targetPath: '$.c', condition: "'%p%' !== 'null'" },
			),
		],
		[
			'a variable set above',
			user({ sourcePath: '$.a', targetVariable: 'v' }, { constant: '${v}', targetPath: '$.b' }),
		],
		[
			'a path in, at or around one that is provided',
			user(
				{ ...good, condition: '$.name EMPTY false && $.emails.length() > 0' },
				{ sourcePath: "$['urn:x'].b.c", targetPath: '$.c', condition: '$..b EMPTY false' },
			),
			{ provides },
		],
		[
			'a path that nothing provides in an optional mapping',
			user({ sourcePath: '$.z', targetPath: '$.b', optional: true }),
			{ provides },
		],
		[
			'any path of a whole entity',
			user({ ...good, condition: '$.z == 1' }),
			{ provides: () => ['$'] },
		],
		[
			'any path when nothing is known',
			user({ ...good, condition: '$.z == 1' }),
			{ provides: () => [] },
		],
		[
			'words without quotes that a property put there, and those of a list',
			user({ ...good, condition: '%p% == true && $.a IN [work, home]' }),
			{ properties: { p: 'yes' } },
		],
		[
			'the length of what is no text',
			user({ ...good, condition: "$.a.length() > 0 && $.b == 'x' && $.a == 1" }),
		],
		[
			'what belongs to proxies, in a proxy',
			user(
				{ ...good, scope: 'patchEntity' },
				{ sourceVariable: 'entityBaseLocation', targetPath: '$.c', optional: true },
				{ sourceVariable: 'entityIdTargetSystem', targetPath: '$.id' },
			),
			{ direction: 'write', isProxy: true },
		],
	])('%s is none', (_, document, ...[options]) => {
		expect(compileTransformation(document, options).warnings).toEqual([]);
	});
});

test('properties cannot make a small document a huge one', () => {
	const properties = { p: 'x'.repeat(10_000) };
	const constant = '%p%'.repeat(200);
	const inPath = { ...good, condition: `$.a == '${'%p%'.repeat(3)}'` };
	expect(faultsOf(user({ constant, targetPath: '$.b' }), { properties })).toMatchObject([
		{ message: expect.stringMatching(/more than 1000000 characters of properties/) },
	]);
	expect(faultsOf(user(inPath), { properties })).toMatchObject([
		{
			pointer: '/user/mappings/0/condition',
			message: expect.stringMatching(/its properties are longer than 20000/),
		},
	]);
});

test('the faults of a text come in its order, each with a reason that needs no repetition', () => {
	const text = `{ "user": {
		"condition": "$.a = 1",
		"mappings": [
			{ "sourcePath": "$.a.", "targetPath": "$.b" },
			{ "sourcepath": "$.a", "targetPath": "$.b" }
		] } }`;
	const faults = faultsOf(text);
	expect(faults.map(({ line }) => line)).toEqual([2, 4, 5]);
	expect(faults.map(({ message }) => message)).toEqual([
		'Condition is not valid at column 5: one `=` is no operator; write `==`, near `$.a = 1`',
		'Path is not valid at column 5: a name is expected, near `$.a.`',
		'`sourcepath` is not a key of a mapping; did you mean `sourcePath`?',
	]);
});

test('many faults in many lines have their own places each', () => {
	const lines = Array.from({ length: 500 }, (_, i) => `{"sourcePath":"$.a","key${i}":1}`);
	const faults = faultsOf(`{"user":{"mappings":[\n${lines.join(',\n')}\n]}}`);
	expect(faults.map(({ line }) => line)).toEqual(lines.map((_, i) => i + 2));
	expect(new Set(faults.map(({ column }) => column))).toEqual(new Set([21]));
});
