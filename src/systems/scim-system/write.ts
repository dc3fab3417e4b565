import type { JsonObject } from '../../model/json';
import { copyRequired, remove } from '../mappings';
import { CORE_GROUP, CORE_USER, CUSTOM, ENTERPRISE, SAP, SAP_ODM } from '../schemas';
import { firstEmailIsPrimary, members, schemas, targetId } from '../writing';

/**
 * The whole entity, without what a SCIM server of unknown make does not know. An attribute that a server
 * drops silently would look changed with every notice, so extensions are left to a transformation of the author.
 */
export const write: JsonObject = {
	user: {
		mappings: [
			{ sourcePath: '$', targetPath: '$' },
			remove('$.id'),
			targetId,
			// Here it is the id at the source, by which an account is found again; some sources keep a number of
			// their own there.
			remove('$.externalId'),
			remove('$.groups'),
			schemas(CORE_USER),
			firstEmailIsPrimary,
			...[ENTERPRISE, SAP, SAP_ODM, CUSTOM].map((urn) => remove(`$['${urn}']`)),
		],
	},
	group: {
		ignore: true,
		mappings: [copyRequired('$.displayName'), schemas(CORE_GROUP), targetId, members()],
	},
};
