import type { JsonObject } from '../../model/json';
import { copyAttribute, copyList, copyRequired } from '../mappings';
import { CORE_GROUP, CORE_USER, SAP } from '../schemas';
import { groupPrefix, members, schemas, targetId } from '../writing';

const prefix = groupPrefix('fsm.group.prefix');

/** A user, and who is in a group of a company; the groups themselves are made there. */
export const write: JsonObject = {
	user: {
		condition: [
			'($.emails EMPTY false) && ($.userName EMPTY false) && isValidEmail($.emails[0].value)',
			`(${prefix.isMember})`,
		].join(' && '),
		mappings: [
			targetId,
			schemas(CORE_USER, SAP),
			copyRequired('$.userName'),
			copyRequired('$.name.givenName'),
			copyRequired('$.name.familyName'),
			copyRequired('$.active'),
			copyList('$.emails'),
			copyAttribute(`$['${SAP}']['userUuid']`),
		],
	},
	group: {
		condition: [
			`(${prefix.isWanted})`,
			"('%fsm.group.prefix%' === 'null')",
			'($.displayName =~ /%fsm.group.prefix%.*/)',
		].join(' || '),
		mappings: [
			targetId,
			schemas(CORE_GROUP),
			{
				...copyRequired('$.displayName'),
				functions: [
					{
						...prefix.cutOff,
						condition: "('%fsm.group.prefix%' !== 'null') && (@ =~ /%fsm.group.prefix%.*/)",
					},
				],
			},
			members(),
		],
	},
};
