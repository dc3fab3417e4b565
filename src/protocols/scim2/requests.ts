import type { ChangeRequest, PatchOperation } from '../../model/change';
import type { EntityType } from '../../model/entity';
import { ProvisioningError } from '../../model/errors';
import type { JsonObject } from '../../model/json';
import type { SystemVersion } from '../../systems/system';
import type { ChangeRequests } from '../directory';
import { collectionPath } from '../paths';
import { attributesOf } from '../scim1/patch';

export const ACCEPT = { accept: 'application/scim+json, application/json' };

const PATCH_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** Written by the server alone (RFC 7643, sections 3.1 and 4.1.2). */
const SERVER_PARTS = new Set(['id', 'meta', 'groups']);

/**
 * RFC 7644, section 3.3 and 3.5. Pure: what a preview shows is what is sent.
 *
 * @param givenIds types of which the server takes the id that it is given
 */
export function scim2Requests(
	version: SystemVersion,
	givenIds: readonly EntityType[] = [],
): ChangeRequests {
	return {
		create: (type, attributes): ChangeRequest => ({
			method: 'POST',
			path: collectionPath(version, type),
			body: {
				...withoutServerParts(attributes),
				...(givenIds.includes(type) && 'id' in attributes && { id: attributes['id'] }),
			},
		}),
		patch: (type, id, operations): ChangeRequest => ({
			method: 'PATCH',
			path: resourcePath(version, type, id),
			body: version.protocol === 'scim1' ? attributesOf(operations) : patchOf(operations),
		}),
		replace: (type, id, attributes): ChangeRequest => ({
			method: 'PUT',
			path: resourcePath(version, type, id),
			body: { ...withoutServerParts(attributes), id },
		}),
		remove: (type, id): ChangeRequest => ({
			method: 'DELETE',
			path: resourcePath(version, type, id),
		}),
	};
}

function patchOf(operations: readonly PatchOperation[]): JsonObject {
	return {
		schemas: [PATCH_SCHEMA],
		Operations: operations.map(({ op, path, value }) => ({
			op,
			...(path !== undefined && { path }),
			...(value !== undefined && { value }),
		})),
	};
}

/** URL parsing turns `.` and `..` into the parent, even encoded: a DELETE would hit the collection. */
export function resourcePath(version: SystemVersion, type: EntityType, id: string): string {
	if (id === '' || id === '.' || id === '..') {
		throw new ProvisioningError({
			code: 'notice.invalid',
			message: `'${id}' cannot be the id of a ${type}`,
			hint: 'Look up which id the source application sends.',
		});
	}
	return `${collectionPath(version, type)}/${encodeURIComponent(id)}`;
}

function withoutServerParts(attributes: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(attributes).filter(([name]) => !SERVER_PARTS.has(name)));
}
