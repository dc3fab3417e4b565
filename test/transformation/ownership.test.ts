import type { JsonObject } from '../../src/model/json';
import { compileTransformation } from '../../src/transformation';
import { user } from './documents';

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
