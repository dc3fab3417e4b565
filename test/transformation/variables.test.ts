import type { JsonObject } from '../../src/model/json';
import { compileTransformation } from '../../src/transformation';
import { user } from './documents';

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
