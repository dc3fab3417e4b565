import type { Change } from '../model/change';
import { isObject } from '../model/json';

/**
 * A change as it may stand on an item, which n8n stores: without the first password of an account. That may
 * also be another one whenever the change is planned.
 */
export function shown(change: Change): Change {
	const { request } = change;
	const body = request?.body;
	if (!request || !isObject(body) || !('password' in body)) return change;
	return { ...change, request: { ...request, body: { ...body, password: '********' } } };
}
