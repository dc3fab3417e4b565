import type { Json, JsonObject } from '../../src/model/json';
import { compileTransformation } from '../../src/transformation';
import { faultsIn, good, user, withFunction } from './documents';
import { faultyDocuments } from './faultyDocuments';

describe('a faulty document is refused with the place and what is meant', () => {
	test.each(faultyDocuments)('%s', (_, document, pointer, message) => {
		expect(faultsIn(document)).toContainEqual(
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
			expect(faultsIn(document, { direction: 'read' }).map((fault) => fault.pointer)).toEqual([
				pointer,
			]);
			expect(faultsIn(document, { direction: 'write' })).toEqual([]);
		},
	);

	test.each(['sourceSystemName', 'targetSystemName'])('a system that there is not: %s', (key) => {
		const document = withFunction({ function: 'resolveEntityIds', [key]: 'payrol' });
		expect(faultsIn(document, { systemNames: ['hr', 'payroll'] })).toMatchObject([
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
		const faults = faultsIn(user({ constant, targetVariable }));
		expect(faults).toMatchObject([
			{ pointer: '/user/mappings/0/constant', message: expect.stringContaining(targetVariable) },
		]);
	});

	test('all faults are told at once, in the order of the document, with entity type and mapping', () => {
		const document = {
			user: { mappings: [good, { ...good, sourcepath: '' }, { targetPath: '$.b' }] },
			group: { mappings: [{ ...good, condition: '(' }] },
		};
		expect(faultsIn(document)).toMatchObject([
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

test('properties cannot make a small document a huge one', () => {
	const properties = { p: 'x'.repeat(10_000) };
	const constant = '%p%'.repeat(200);
	const inPath = { ...good, condition: `$.a == '${'%p%'.repeat(3)}'` };
	expect(faultsIn(user({ constant, targetPath: '$.b' }), { properties })).toMatchObject([
		{ message: expect.stringMatching(/more than 1000000 characters of properties/) },
	]);
	expect(faultsIn(user(inPath), { properties })).toMatchObject([
		{
			pointer: '/user/mappings/0/condition',
			message: expect.stringMatching(/its properties are longer than 20000/),
		},
	]);
});
