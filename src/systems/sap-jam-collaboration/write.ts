import type { JsonObject } from '../../model/json';
import { remove } from '../mappings';
import { CORE_USER, CUSTOM, ENTERPRISE, SAP, SAP_ODM } from '../schemas';
import {
	deactivated,
	firstEmailIsPrimary,
	groupPrefix,
	localeWithCountry,
	manager,
	namedGroup,
	schemas,
	targetId,
} from '../writing';

const prefix = groupPrefix('jam.group.prefix');

/** As SAP Identity Provisioning writes to it: the user name is the user name. */
export const write: JsonObject = {
	user: {
		condition: prefix.isMember,
		mappings: [
			{ sourcePath: '$', targetPath: '$' },
			remove('$.id'),
			targetId,
			...deactivated,
			// It is the id at the source here; some sources keep a number of their own there.
			remove('$.externalId'),
			// Not known here: what a server drops would look changed with every notice.
			remove('$.groups'),
			...[SAP, SAP_ODM, CUSTOM].map((urn) => remove(`$['${urn}']`)),
			schemas(CORE_USER, ENTERPRISE),
			firstEmailIsPrimary,
			remove('$.locale'),
			localeWithCountry,
			remove(`$['${ENTERPRISE}']['manager']['value']`),
			manager,
		],
	},
	group: { ignore: true, ...namedGroup(prefix) },
};
