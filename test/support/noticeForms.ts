// What the real-time calls of the four applications may look like. SAP publishes the path and little
// else, so a trigger has to understand every one of these.
import type { ChangeNotice } from '../../src/model/notice';
import { soapNotice } from './soapNotice';

export interface NoticeSketch {
	readonly name: string;
	readonly method: string;
	/** Below the URL of the system. */
	readonly path: string;
	readonly contentType?: string;
	readonly body?: string;
	/** What the trigger has to make of it. */
	readonly notice: Partial<ChangeNotice>;
}

const UUID = '7b1d3c52-0a44-4f0e-9d0c-2f1f6a9be001';
const PERSON = 'C3F1A0D5B7E94F1C8A6D2E4B90F7A311';
const CORE = 'urn:ietf:params:scim:schemas:core:2.0';

const post = (name: string, body: unknown, notice: Partial<ChangeNotice>): NoticeSketch => ({
	name,
	method: 'POST',
	path: '/entities/user',
	contentType: 'application/json',
	body: typeof body === 'string' ? body : JSON.stringify(body),
	notice: { entityType: 'user', kind: 'changed', ...notice },
});

const gone = (name: string, more: Partial<NoticeSketch>, entityId: string): NoticeSketch => ({
	name,
	method: 'DELETE',
	path: '/entities/user',
	...more,
	notice: { entityType: 'user', kind: 'deleted', entityId, ...more.notice },
});

const directoryUser = {
	schemas: [`${CORE}:User`],
	id: UUID,
	userName: 'mira.holm',
	emails: [{ value: 'mira.holm@example.com', primary: true }],
	active: true,
};

const directory: readonly NoticeSketch[] = [
	post('an id', { id: UUID }, { entityId: UUID, idKind: 'uuid' }),
	{
		...post('a whole user', directoryUser, { entityId: UUID, idKind: 'uuid' }),
		contentType: 'application/scim+json; charset=utf-8',
	},
	gone('a deleted user, id in the path', { path: `/entities/user/${UUID}` }, UUID),
	gone(
		'a deleted user, id in the body',
		{ contentType: 'application/json', body: JSON.stringify({ id: UUID }) },
		UUID,
	),
	{
		...post('a group', { id: UUID }, { entityId: UUID, entityType: 'group' }),
		path: '/entities/group',
	},
	gone(
		'a deleted group',
		{ path: `/entities/group/${UUID}`, notice: { entityType: 'group' } },
		UUID,
	),
];

const successFactors: readonly NoticeSketch[] = [
	post('a person by her UUID', { id: UUID }, { entityId: UUID, idKind: 'uuid' }),
	post('a person by perPersonUuid', { perPersonUuid: PERSON }, { entityId: PERSON }),
	post('an employment', { userId: '40017' }, { entityId: '40017', idKind: 'number' }),
	post(
		'a whole user of OData',
		{
			d: {
				__metadata: { uri: "https://api.sf.example.com/odata/v2/User('40017')" },
				userId: '40017',
				personKeyNav: { perPersonUuid: PERSON },
			},
		},
		{ entityId: PERSON, idKind: 'guid32' },
	),
	post('somebody who left', { id: UUID, active: false }, { entityId: UUID }),
	{
		...post('an event', soapNotice(), { entityId: '40017', idKind: 'number' }),
		contentType: 'text/xml; charset=utf-8',
	},
	gone('a deleted user', { path: `/entities/user/${UUID}` }, UUID),
];

const learning: readonly NoticeSketch[] = [
	post('a learner', { id: 'EXT-5501' }, { entityId: 'EXT-5501', idKind: 'other' }),
	post('an id with a blank', { id: 't. arden@partner' }, { entityId: 't. arden@partner' }),
	post(
		'a whole learner',
		{ schemas: [`${CORE}:User`], id: 'EXT-5501', userName: 't.arden', active: true },
		{ entityId: 'EXT-5501', test: false },
	),
	post(
		'the test user',
		{ id: 'ias_test_user_27F5AAEA' },
		{ entityId: 'ias_test_user_27F5AAEA', test: true },
	),
	gone('a deleted learner', { path: '/entities/user/EXT-5501' }, 'EXT-5501'),
];

/** By the id of the application in the registry. */
export const NOTICE_FORMS: ReadonlyMap<string, readonly NoticeSketch[]> = new Map([
	[
		'identity-authentication',
		[
			post('an id of version 1', { id: 'P000123' }, { entityId: 'P000123', idKind: 'pUser' }),
			...directory,
		],
	],
	['local-identity-directory', directory],
	['sap-successfactors', successFactors],
	['sap-successfactors-learning', learning],
]);
