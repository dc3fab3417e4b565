import type { Scim2Reading } from '../reading';
import { CUSTOM_GROUP, SAP } from '../schemas';

/**
 * The Identity Directory SCIM API: version 2 of Identity Authentication, and Local Identity Directory.
 *
 * @param prefix of the application's properties [List of Properties]
 */
export function identityDirectoryReading(prefix: 'ias' | 'idds'): Scim2Reading {
	const pagingOf = (list: string) => ({
		count: 1000,
		enabled: { property: `${prefix}.${list}.paging.enabled`, otherwise: 'false' },
	});
	return {
		paging: 'startId',
		pageSize: 100,
		maxPageSize: 100,
		filterProperties: { user: `${prefix}.user.filter`, group: `${prefix}.group.filter` },
		// Ids of version 1 are kept beside the UUID: a notice may still name `P000123`.
		searchBy: {
			user: { pUser: `${SAP}:userId`, userName: 'userName' },
			group: { objectId: `${CUSTOM_GROUP}:additionalId` },
		},
		otherwiseBy: {},
		// Groups are always read in full.
		changedAt: { user: 'meta.lastModified' },
		timeInFilter: 'zoned',
		totals: 'always',
		longLists: {
			user: { attribute: 'groups', paging: pagingOf('user.groups') },
			group: { attribute: 'members', paging: pagingOf('group.members') },
		},
	};
}

/** The Identity Authentication SCIM API, version 1: filters know `eq` and `and` only. */
export const readingVersion1: Scim2Reading = {
	paging: 'startId',
	pageSize: 100,
	maxPageSize: 100,
	filterProperties: { user: 'scim.user.filter', group: 'scim.group.filter' },
	searchBy: { user: { uuid: 'userUuid', userName: 'userName' } },
	otherwiseBy: {},
	changedAt: {},
	timeInFilter: 'zoned',
	totals: 'always',
	longLists: { group: { attribute: 'members', most: 100 } },
};
