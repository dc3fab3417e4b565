import type { JsonObject } from '../../src/model/json';
import type { TransformationOptions } from '../../src/transformation';
import { compileTransformation } from '../../src/transformation';
import { good, user } from './documents';
import { doubtfulDocuments, provides } from './doubtfulDocuments';

describe('what is legal but surely not meant is a warning', () => {
	test.each(doubtfulDocuments)('%s', (_, document, options, pointer, message) => {
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
