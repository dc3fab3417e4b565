import type { Example } from './example';

const cities = {
	type: 'valueMapping',
	sourcePaths: ['$.country', '$.city'],
	valueMappings: [{ key: ['US', 'Dallas'], mappedValue: 'CST' }],
	targetPath: '$.zone',
};

const assignGroup = [
	{ condition: '$.a == 1', constant: [{ id: 'g1' }], targetVariable: 'assignGroup' },
	{ condition: '$.b == 1', constant: [{ id: 'g2' }], targetVariable: 'assignGroup' },
];

export const mappingTypes: Example[] = [
	{
		row: 89,
		why: 'two paths',
		mappings: [cities],
		entity: { country: 'US', city: 'Dallas' },
		expected: { entity: { zone: 'CST' } },
	},
	{
		row: 89,
		why: 'one absent gives the default',
		mappings: [{ ...cities, defaultValue: 'UTC' }],
		entity: { country: 'US' },
		expected: { entity: { zone: 'UTC' } },
	},
	{
		row: 90,
		why: 'no match, optional',
		mappings: [{ ...cities, optional: true }],
		entity: { country: 'DE', city: 'Ulm' },
		expected: { entity: {} },
	},
	{
		row: 90,
		why: 'no match, required',
		mappings: [cities],
		entity: { country: 'DE', city: 'Ulm' },
		expected: { failed: /mappings\[0\]/ },
	},
	{
		row: 93,
		why: 'only the last list counts',
		mappings: assignGroup,
		entity: { a: 1, b: 1 },
		expected: { entity: {}, variables: { assignGroup: [{ id: 'g2' }] } },
	},
	{
		row: 94,
		why: 'validator',
		mappings: [{ sourcepath: '$.a', targetPath: '$.b' }],
		expected: { refused: '/mappings/0/sourcepath', because: /did you mean `sourcePath`/ },
	},
	{
		row: 97,
		why: 'correlation alone never fails',
		mappings: [{ sourcePath: '$.emails[?(@.primary== true)].value', correlationAttribute: true }],
		entity: {},
		expected: { entity: {} },
	},
];
