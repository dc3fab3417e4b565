import type { PatchOperation } from '../../../src/model/change';
import type { JsonObject } from '../../../src/model/json';
import { attributesOf } from '../../../src/protocols/scim1/patch';
import { connectTo } from '../connections';

const schemas = ['urn:scim:schemas:core:1.0'];

test.each<[string, PatchOperation[], JsonObject]>([
	[
		'single values are merged',
		[{ op: 'replace', value: { active: false, name: { givenName: 'Mira' } } }],
		{ schemas, active: false, name: { givenName: 'Mira' } },
	],
	[
		'what is cleared is named in meta',
		[{ op: 'remove', path: 'nickName' }],
		{ schemas, meta: { attributes: ['nickName'] } },
	],
	[
		'a list takes the place of the one that is there',
		[{ op: 'replace', path: 'emails', value: [{ value: 'a@x.example' }] }],
		{ schemas, emails: [{ value: 'a@x.example' }], meta: { attributes: ['emails'] } },
	],
	[
		'members join and leave in one list, whatever their ids hold',
		[
			{ op: 'add', path: 'members', value: [{ value: '1' }] },
			{ op: 'remove', path: 'members[value eq "2\\"]"]' },
		],
		{ schemas, members: [{ value: '1' }, { value: '2"]', operation: 'delete' }] },
	],
])('%s', (_, operations, body) => {
	expect(attributesOf(operations)).toEqual(body);
});

test('no URN of SCIM 2.0 is in a PATCH to the UAA', () => {
	const { requests } = connectTo('cloud-foundry-uaa-server', { url: 'http://127.0.0.1:1' });
	const { body } = requests.patch('user', '1', [{ op: 'replace', value: { active: true } }]);
	expect(body).toEqual({ schemas, active: true });
});
