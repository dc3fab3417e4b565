import { compileTransformation } from '../../src/transformation';

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
