import type { Example } from './example';

const keepSingle = { preserveArrayWithSingleElement: true };
const password = { scope: 'createEntity', constant: 'p', targetPath: '$.password' };
const deactivate = { scope: 'deleteEntity', constant: false, targetPath: '$.active' };
const operations = {
	scope: 'patchEntity',
	sourcePath: '$.Operations',
	targetPath: '$.Operations',
	...keepSingle,
};
const unscoped = { constant: 'x', targetPath: '$.other' };

export const scopes: Example[] = [
	{
		row: 46,
		why: 'not on update',
		mappings: [password],
		operation: 'update',
		expected: { entity: {} },
	},
	{
		row: 46,
		why: 'on create',
		mappings: [password],
		operation: 'create',
		expected: { entity: { password: 'p' } },
	},
	{
		row: 47,
		why: 'only scoped, condition ignored',
		mappings: [unscoped, deactivate],
		block: { condition: '$.z == 1' },
		operation: 'delete',
		expected: { entity: { active: false } },
	},
	{
		row: 48,
		why: 'patch scope',
		mappings: [unscoped, operations],
		operation: 'patch',
		entity: { Operations: [{ op: 'add' }] },
		expected: { entity: { Operations: [{ op: 'add' }] } },
	},
	{
		row: 48,
		why: 'a patch that nothing maps fails',
		mappings: [unscoped],
		operation: 'patch',
		expected: { failed: /patchEntity/ },
	},
	{
		row: 49,
		why: 'skip text',
		mappings: [deactivate],
		block: { skipOperations: ['delete'] },
		operation: 'delete',
		expected: { skipped: 'Operation [delete] is skipped in target transformation' },
	},
	{
		row: 50,
		why: 'condition before skipped operation',
		mappings: [unscoped],
		block: { condition: '$.z == 1', skipOperations: ['create'] },
		operation: 'create',
		expected: { skipped: 'Entity condition [$.z == 1] is not fulfilled' },
	},
	{
		row: 50,
		why: 'skipped operation after condition',
		mappings: [unscoped],
		block: { condition: '$.z == 1', skipOperations: ['create'] },
		operation: 'create',
		entity: { z: 1 },
		expected: { skipped: 'Operation [create] is skipped in target transformation' },
	},
];
