import type { JsonObject } from '../../src/model/json';
import { patched } from './scimPatch';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

describe('PATCH of the SCIM fake', () => {
	const work = { type: 'work', value: 'w', primary: true };
	const home = { type: 'home', value: 'h' };
	const logistics = { department: 'Logistics', costCenter: 'CC-12' };
	const person: JsonObject = {
		userName: 'p',
		name: { givenName: 'Mira', familyName: 'Holm' },
		emails: [work, home],
		[ENTERPRISE]: logistics,
	};

	test.each<[string, JsonObject, JsonObject]>([
		[
			'parts of name',
			{ op: 'replace', value: { name: { familyName: 'Beck' } } },
			{ name: { givenName: 'Mira', familyName: 'Beck' } },
		],
		[
			'a part by path',
			{ op: 'Replace', path: 'name.familyName', value: 'Beck' },
			{ name: { givenName: 'Mira', familyName: 'Beck' } },
		],
		[
			'an extension, pathless',
			{ op: 'replace', value: { [ENTERPRISE]: { costCenter: 'CC-9' } } },
			{ [ENTERPRISE]: { department: 'Logistics', costCenter: 'CC-9' } },
		],
		[
			'an attribute of an extension',
			{ op: 'remove', path: `${ENTERPRISE}:costCenter` },
			{ [ENTERPRISE]: { department: 'Logistics' } },
		],
		[
			'a part below an extension',
			{ op: 'add', path: `${ENTERPRISE}:manager.value`, value: '7' },
			{ [ENTERPRISE]: { ...logistics, manager: { value: '7' } } },
		],
		['an element by filter', { op: 'remove', path: 'emails[type eq "home"]' }, { emails: [work] }],
		[
			'a part of an element',
			{ op: 'replace', path: 'emails[type eq "home"].value', value: 'x' },
			{ emails: [work, { type: 'home', value: 'x' }] },
		],
		[
			'a list by path',
			{ op: 'replace', path: 'emails', value: [{ value: 'n' }] },
			{ emails: [{ value: 'n' }] },
		],
		[
			'a new primary',
			{ op: 'add', path: 'emails', value: [{ value: 'n', primary: true }] },
			{
				emails: [
					{ type: 'work', value: 'w', primary: false },
					{ type: 'home', value: 'h' },
					{ value: 'n', primary: true },
				],
			},
		],
		[
			'an element that is there already',
			{ op: 'add', path: 'emails', value: [{ type: 'home', value: 'h' }] },
			{ emails: [work, home] },
		],
		[
			'an element made from the filter',
			{ op: 'add', path: 'phoneNumbers[type eq "work"].value', value: '1' },
			{ phoneNumbers: [{ type: 'work', value: '1' }] },
		],
	])('changes %s', (_, operation, expected) => {
		expect(patched(person, [operation])).toEqual({ ...person, ...expected });
	});

	it('takes an attribute away with null', () => {
		const nameless = { userName: 'p', emails: [work, home], [ENTERPRISE]: logistics };
		expect(patched(person, [{ op: 'replace', value: { name: null } }])).toEqual(nameless);
	});

	test.each([
		['noTarget', { op: 'replace', path: 'emails[type eq "other"].value', value: 'x' }],
		['noTarget', { op: 'remove' }],
		['invalidPath', { op: 'replace', path: 'a.b.c', value: 'x' }],
		['mutability', { op: 'replace', path: 'id', value: 'x' }],
		['invalidSyntax', { op: 'move', path: 'title', value: 'x' }],
	])('refuses with %s and changes nothing', (scimType, operation) => {
		const before = structuredClone(person);
		const first = { op: 'replace', path: 'title', value: 'Lead' };
		expect(() => patched(person, [first, operation])).toThrow(
			expect.objectContaining({ status: 400, scimType }),
		);
		expect(person).toEqual(before);
	});
});
