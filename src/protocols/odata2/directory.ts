import type { Entity, EntityType } from '../../model/entity';
import { ProvisioningError } from '../../model/errors';
import type { ChangeRequests, Directory, Match } from '../directory';
import { lookUp } from '../lookUp';
import { collectionPath } from '../paths';
import { contextOf, exchange } from '../wire';
import { readCount } from './answer';
import { findGroups, groupById, groupFilter, listGroups } from './groups';
import { readList, type Odata2Wire } from './rows';
import { queryOf } from './text';
import { findUsers, listUsers, userById, userFilter } from './users';

/** OData 2.0 as SAP SuccessFactors speaks it, to read from. */
export function odata2Directory(wire: Odata2Wire): Directory {
	const { system, version } = wire;
	const { users, groups } = version.reading;

	function find(type: EntityType, match: Match): Promise<Entity[]> {
		return type === 'user' ? findUsers(wire, match) : findGroups(wire, match);
	}

	return {
		system,
		version,
		requests: readOnlyRequests(version.name),
		find,

		get: (type, id, idKind) =>
			lookUp(
				version,
				type,
				{ id, idKind },
				{
					byId: (mayBeForeign) =>
						type === 'user' ? userById(wire, id, mayBeForeign) : groupById(wire, id),
					find: (match) => find(type, match),
				},
			),

		async findAny(type, matches) {
			const found = new Map<string, Entity>();
			for (const match of matches) {
				for (const hit of await find(type, match)) found.set(hit.id, hit);
			}
			return [...found.values()];
		},

		list: (type, options = {}) =>
			type === 'user' ? listUsers(wire, options) : listGroups(wire, options),

		async count(type, filter) {
			const $filter = type === 'user' ? userFilter(wire, { filter }) : groupFilter(wire, filter);
			const path = `${collectionPath(version, type)}/$count?${queryOf({ $filter })}`;
			const response = await exchange(wire, {
				method: 'GET',
				path,
				headers: { accept: 'text/plain, application/json' },
			});
			return readCount(response, contextOf(wire));
		},

		async check(type) {
			const $select = type === 'user' ? users.key : groups.id;
			await readList(wire, collectionPath(version, type), { $top: 1, $select });
		},

		send: () => Promise.reject(readOnly(version.name)),

		during: (run) => odata2Directory({ ...wire, run }),
	};
}

function readOnlyRequests(name: string): ChangeRequests {
	const refuse = () => {
		throw readOnly(name);
	};
	return { create: refuse, patch: refuse, replace: refuse, remove: refuse };
}

function readOnly(name: string): ProvisioningError {
	return new ProvisioningError({
		code: 'configuration.invalid',
		message: `${name} can only be read from`,
		hint: 'Choose another API version as target.',
	});
}
