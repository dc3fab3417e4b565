import type { Scim2Reading } from './reading';

/**
 * Lists as RFC 7644 describes them.
 *
 * @param prefix of the application's properties [List of Properties]
 */
export function scimReading(prefix: string): Scim2Reading {
	return {
		paging: 'startIndex',
		pageSize: 100,
		maxPageSize: 1000,
		filterProperties: { user: `${prefix}.user.filter`, group: `${prefix}.group.filter` },
		searchBy: {},
		otherwiseBy: {},
		changedAt: { user: 'meta.lastModified', group: 'meta.lastModified' },
		timeInFilter: 'zoned',
		totals: 'always',
		longLists: {},
	};
}
