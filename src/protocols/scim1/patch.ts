import type { PatchOperation } from '../../model/change';
import { isObject, type Json, type JsonObject } from '../../model/json';

const CORE = 'urn:scim:schemas:core:1.0';
const MEMBER = /^members\[value eq (".*")\]$/;

/**
 * The same steps in SCIM 1.1 (Core API, section 3.3.2): attributes that are merged into the resource, list
 * values with `operation: delete` that leave it, and `meta.attributes` that are emptied first.
 */
export function attributesOf(operations: readonly PatchOperation[]): JsonObject {
	let attributes: JsonObject = {};
	const members: Json[] = [];
	const emptied: string[] = [];
	for (const { op, path, value = null } of operations) {
		const member = path === undefined ? undefined : MEMBER.exec(path)?.[1];
		if (path === undefined) attributes = { ...attributes, ...(isObject(value) && value) };
		else if (member !== undefined) {
			members.push({ value: JSON.parse(member), operation: 'delete' });
		} else if (op === 'add' && path === 'members' && Array.isArray(value)) members.push(...value);
		else {
			// A list that stands there is added to what the server has.
			emptied.push(path);
			if (op !== 'remove') attributes[path] = value;
		}
	}
	return {
		schemas: [CORE],
		...attributes,
		...(members.length > 0 && { members }),
		...(emptied.length > 0 && { meta: { attributes: emptied } }),
	};
}
