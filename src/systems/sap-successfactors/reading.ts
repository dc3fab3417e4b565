import type { Odata2Reading, Scim2Reading } from '../reading';
import { SUCCESSFACTORS } from '../schemas';

const WORKFORCE = 'urn:ietf:params:scim:schemas:extension:sap.workforce:2.0:User';

/** HCM Suite OData API, version 2. */
export const odataReading: Odata2Reading = {
	pageSize: 100,
	maxPageSize: 1000,
	pageSizeProperty: 'sf.page.size',
	filterProperties: { user: 'sf.user.filter', group: 'sf.group.filter' },
	searchBy: {
		user: {
			guid32: 'personKeyNav/perPersonUuid',
			uuid: 'personKeyNav/perPersonUuid',
			userName: 'username',
			externalId: 'personKeyNav/personIdExternal',
		},
	},
	otherwiseBy: { user: 'username' },
	users: {
		key: 'userId',
		id: 'personKeyNav/perPersonUuid',
		select: {
			property: 'sf.user.attributes',
			otherwise:
				'userId,username,status,email,lastName,firstName,lastModifiedDateTime,personKeyNav',
		},
		expand: {
			property: 'sf.user.attributes.expand',
			otherwise: 'personKeyNav,personKeyNav/userAccountNav',
		},
		status: 'status',
		// Active before inactive; employees, then onboardees and learners, then external reviewers.
		statuses: ['t', 'e', 'T', 'f', 'd', 'F'],
		changedAt: 'lastModifiedDateTime',
		detour: {
			path: '/odata/v2/PerPerson',
			by: 'perPersonUuid',
			gives: 'personIdExternal',
			searchBy: 'personKeyNav/personIdExternal',
		},
	},
	groups: {
		id: 'groupID',
		select: 'groupID,groupName,groupType',
		filter: "groupType eq 'permission'",
		members: {
			path: '/odata/v2/getUsersByDynamicGroup',
			parameter: 'groupId',
			attribute: 'users',
			idAttribute: 'personGUID',
		},
	},
};

/** Workforce SCIM API. */
export const scimReading: Scim2Reading = {
	paging: 'startId',
	pageSize: 100,
	maxPageSize: 100,
	filterProperties: { user: 'sf.user.filter', group: 'sf.group.filter' },
	searchBy: { user: { guid32: `${SUCCESSFACTORS}:perPersonUuid`, userName: 'userName' } },
	otherwiseBy: { user: 'userName' },
	changedAt: { user: 'meta.lastModified', group: 'meta.lastModified' },
	timeInFilter: 'bare',
	totals: 'always',
	longLists: {
		group: {
			attribute: 'members',
			paging: {
				count: 1000,
				enabled: { property: 'sf.group.members.paging.enabled', otherwise: 'true' },
			},
		},
	},
	deactivated: {
		property: 'sf.user.read.deactivatedafter',
		attribute: `${WORKFORCE}:lastDeactivated`,
	},
};
