import { compileTransformation } from '../../src/transformation';
import { conditions } from './documented/conditions';
import { decisions } from './documented/decisions';
import type { Example } from './documented/example';
import { functions } from './documented/functions';
import { mappingTypes } from './documented/mappingTypes';
import { reading } from './documented/reading';
import { scopes } from './documented/scopes';
import { variables } from './documented/variables';
import { writing } from './documented/writing';
import { faultsOf } from './refusal';

function compile({ block, mappings, properties, direction }: Example) {
	return compileTransformation(
		{ user: { ...block, mappings } },
		{ ...(properties && { properties }), ...(direction && { direction }) },
	);
}

describe.each<[string, readonly Example[]]>([
	['reading a value', reading],
	['writing a value', writing],
	['variables', variables],
	['scopes and operations', scopes],
	['conditions', conditions],
	['functions', functions],
	['mapping types and validation', mappingTypes],
	['doubtful points', decisions],
])('%s', (_, examples) => {
	test.each(examples.map((example) => [example.row, example.why, example] as const))(
		'row %s: %s',
		(__, ___, example) => {
			const { expected, known = {}, warning } = example;
			if ('refused' in expected) {
				expect(faultsOf(() => compile(example))).toContainEqual(
					expect.objectContaining({
						pointer: `/user${expected.refused}`,
						message: expect.stringMatching(expected.because),
					}),
				);
				return;
			}
			const transformation = compile(example);
			const result = transformation.map('user', example.entity ?? {}, {
				operation: example.operation ?? 'create',
				...(example.variables && { variables: example.variables }),
				resolve: (id) => known[id],
			});
			if ('failed' in expected) {
				expect(result).toMatchObject({
					status: 'failed',
					error: { code: 'transformation.failed', message: expect.stringMatching(expected.failed) },
				});
			} else if ('skipped' in expected) {
				expect(result).toMatchObject({ status: 'skipped', reason: expected.skipped });
			} else {
				expect(result).toMatchObject({ status: 'mapped' });
				expect(result.status === 'mapped' && result.entity).toEqual(expected.entity);
				if (expected.variables) expect(result).toMatchObject({ variables: expected.variables });
			}
			if (warning) {
				const messages = transformation.warnings.map(({ message }) => message);
				expect(messages).toContainEqual(expect.stringMatching(warning));
			}
		},
	);
});
