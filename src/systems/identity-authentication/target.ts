import { CUSTOM_GROUP } from '../schemas';
import type { TargetTraits } from '../system';

/**
 * The Identity Directory SCIM API, as a user store: nobody's account is taken over unasked.
 *
 * @param prefix of the application's properties [List of Properties]
 */
export function identityDirectoryTarget(prefix: 'ias' | 'idds'): TargetTraits {
	return {
		uniqueness: true,
		orFilter: true,
		updateMethod: 'patch',
		matchBy: {
			user: ['externalId', 'userName'],
			group: ['externalId', `${CUSTOM_GROUP}:name`],
		},
		externalId: true,
		onConflict: 'fail',
		contentType: 'application/scim+json',
		ifMatch: { property: `${prefix}.include.if.match.wildcard.header`, otherwise: 'false' },
		members: { addAtMost: 20_000, removeAtMost: 50 },
	};
}

/** SCIM API version 1 knows no PATCH, no `or`, and no id of the source: names alone find an account. */
export const targetVersion1: Partial<TargetTraits> = {
	orFilter: false,
	updateMethod: 'put',
	matchBy: { user: ['userName'], group: [`${CUSTOM_GROUP}:name`] },
	externalId: false,
	ifMatch: { property: 'scim.include.if.match.wildcard.header', otherwise: 'false' },
};
