import fc from 'fast-check';
import type { JsonObject } from '../../src/model/json';
import { compilePath } from '../../src/path';
import { compileTransformation } from '../../src/transformation';
import { json } from '../path/generated';

test('L25: the explained assignments, done again, give the result', () => {
	const name = fc.constantFrom("$['a']", "$['b']", "$['c']", "$['urn:x:2.0:User']");
	const row = fc.record(
		{ sourcePath: name, targetPath: name, optional: fc.constant(true), defaultValue: json },
		{ requiredKeys: ['sourcePath', 'targetPath', 'optional'] },
	);
	const entities = fc.dictionary(fc.constantFrom('a', 'b', 'c'), json);
	const removal = fc.record({ type: fc.constant('remove'), targetPath: name });
	fc.assert(
		fc.property(fc.array(fc.oneof(row, removal), { maxLength: 6 }), entities, (list, entity) => {
			const transformation = compileTransformation({ user: { mappings: list } });
			const result = transformation.map('user', entity, { explain: true });
			if (result.status !== 'mapped') return;
			const replayed: JsonObject = {};
			for (const { result: did, targetPath = '$', written } of result.explanation?.mappings ?? []) {
				if (did === 'written' && written !== undefined) {
					compilePath(targetPath).write(replayed, written);
				}
				if (did === 'removed') compilePath(targetPath).remove(replayed);
			}
			expect(replayed).toEqual(result.entity);
		}),
		{ numRuns: 200 },
	);
});
