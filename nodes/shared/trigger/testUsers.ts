import type { ParsedNotice } from '../../../src/endpoint';
import type { JsonObject } from '../../../src/model/json';
import { compileRegex } from '../../../src/path';
import type { ReadBack } from './readBack';

/**
 * Whether a notice is about a user that the application makes only to try the way to the target.
 * @param pattern regular expression for names; empty for an application without such users
 * @throws ProvisioningError `condition.invalid`
 */
export function isTestUser(
	pattern: string,
	{ entityId, entity: hint }: ParsedNotice,
	read: ReadBack | undefined,
): boolean {
	if (pattern === '') return false;
	const names = [entityId, nameOf(hint), read?.status === 'read' ? nameOf(read.entity) : ''];
	const { find } = compileRegex(pattern);
	return names.some((name) => name !== '' && find(name).length > 0);
}

function nameOf(entity: JsonObject | undefined): string {
	const name = entity?.['userName'];
	return typeof name === 'string' ? name : '';
}
