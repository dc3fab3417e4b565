import type { Json } from '../../model/json';
import { isPresent, own } from '../names';

const GROUP_EXTENSION = 'urn:ietf:params:scim:schemas:extension:sap:2.0:Group';

export function groupAttribute(
	document: Json | undefined,
	name: string,
): Exclude<Json, null> | undefined {
	const value = own(own(document, GROUP_EXTENSION), name);
	return isPresent(value) ? value : undefined;
}
