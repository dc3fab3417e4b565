import type { JsonObject } from '../../src/model/json';
import { systems } from '../../src/systems';
import { compileTransformation } from '../../src/transformation';
import {
	CUSTOM,
	CUSTOM_GROUP,
	directoryGroups,
	directoryUsers,
	groupsOfVersion1,
	SAP,
	usersOfVersion1,
} from './entities';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

function readOf(id: string, version?: string) {
	const document = systems.get(id)?.defaultTransformation('read', version);
	return compileTransformation(document, { direction: 'read' });
}

function userOf(version: '1' | '2', change: JsonObject = {}): JsonObject {
	const [user = {}] = version === '1' ? usersOfVersion1().slice(8) : directoryUsers();
	return { ...user, active: true, ...change };
}

const ofVersion = (version: '1' | '2') => readOf('identity-authentication', version);

test('row 60: a user of version 1 without `active` is active', () => {
	const user = userOf('1');
	delete user['active'];
	expect(ofVersion('1').map('user', user)).toMatchObject({ entity: { active: true } });
});

describe.each(['1', '2'] as const)('version %s', (version) => {
	const attributes = { attributes: [{ name: 'customAttribute1', value: 'badge-77' }] };

	test('row 61: with custom attributes the extension of the source takes the place of userId', () => {
		const mapped = ofVersion(version).map('user', userOf(version, { [CUSTOM]: attributes }));
		expect(mapped).toHaveProperty(['entity', CUSTOM], attributes);
	});

	test('row 61: without custom attributes the extension holds the id of the source', () => {
		const user = userOf(version);
		delete user[CUSTOM];
		const mapped = ofVersion(version).map('user', user);
		expect(mapped).toHaveProperty(['entity', CUSTOM], { userId: user['id'] });
	});

	test('row 62: company wins over organization', () => {
		const user = userOf(version, {
			company: 'Acme Two',
			[ENTERPRISE]: { organization: 'Acme Example Ltd', costCenter: 'CC-1' },
		});
		const mapped = ofVersion(version).map('user', user);
		expect(mapped).toHaveProperty(['entity', ENTERPRISE], {
			organization: 'Acme Two',
			costCenter: 'CC-1',
		});
	});

	test('row 63: an empty display name is removed', () => {
		const mapped = ofVersion(version).map('user', userOf(version, { displayName: '' }));
		expect(mapped).toMatchObject({ status: 'mapped' });
		expect(mapped).not.toHaveProperty('entity.displayName');
	});
});

describe('row 64: a group of version 1', () => {
	const group = groupsOfVersion1()[5] ?? {};

	test('is not read while `ignore` is kept', () => {
		expect(ofVersion('1').map('group', group).status).toBe('skipped');
	});

	test('has the technical name as display name when it is removed', () => {
		const document = systems.get('identity-authentication')?.defaultTransformation('read', '1');
		const group1 = Object(document?.['group']);
		const read = compileTransformation({ group: { ...group1, ignore: false } });
		expect(read.map('group', group)).toMatchObject({
			entity: { displayName: 'GROUP_5' },
			variables: { entityIdSourceSystem: group['id'] },
		});
	});
});

test('row 65: a group of version 2 without its technical name fails, and says what is missing', () => {
	const [group = {}] = directoryGroups();
	const mapped = ofVersion('2').map('group', { ...group, [CUSTOM_GROUP]: { description: 'd' } });
	expect(mapped).toMatchObject({
		status: 'failed',
		error: { message: expect.stringContaining('name') },
	});
});

test('row 94: Local Identity Directory reads as version 2 of Identity Authentication does', () => {
	const [one, other] = [readOf('local-identity-directory'), ofVersion('2')];
	for (const user of directoryUsers()) {
		expect(one.map('user', user)).toEqual(other.map('user', user));
	}
	for (const group of directoryGroups()) {
		expect(one.map('group', group)).toEqual(other.map('group', group));
	}
});

test('the SAP extension of a user keeps what targets need', () => {
	const mapped = ofVersion('2').map('user', userOf('2'));
	expect(mapped).toHaveProperty(['entity', SAP, 'userUuid']);
	expect(mapped).not.toHaveProperty(['entity', SAP, 'status']);
});
