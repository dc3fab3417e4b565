import { CUSTOM_GROUP } from '../schemas';
import type { TargetTraits } from '../system';

/** The Identity Directory SCIM API, as a user store: nobody's account is taken over unasked. */
export const identityDirectoryTarget: TargetTraits = {
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
	members: { addAtMost: 20_000, removeAtMost: 50 },
};
