import type { JsonObject } from '../../src/model/json';
import { authorization } from './authentication';
import type { Answer } from './loopback';
import { send } from './request';

/** Which of the possible forms the application uses; what SAP sends is not public. */
export interface NoticeForm {
	/** Body of a POST: the id alone, or the whole SCIM user. */
	readonly changed: 'id' | 'entity';
	/** Where a DELETE carries the id. */
	readonly deleted: 'path' | 'body';
	readonly contentType: 'application/json' | 'application/scim+json';
}

export interface Endpoint {
	/** Ends in `/entities/user`. */
	readonly url: string;
	readonly user: string;
	readonly password: string;
}

export const USUAL_FORM: NoticeForm = {
	changed: 'id',
	deleted: 'body',
	contentType: 'application/json',
};

/** What an administrator sees of an endpoint's answer. */
export interface EndpointAnswer extends Answer {
	readonly body: string;
	readonly headers: Readonly<Record<string, string>>;
}

/** One call of an endpoint, made as a source application makes it. */
export async function callEndpoint(
	{ url, user, password }: Endpoint,
	call: { method: string; id?: string; body?: string; contentType?: string },
): Promise<EndpointAnswer> {
	const { origin, pathname } = new URL(url);
	const path = call.id === undefined ? pathname : `${pathname}/${encodeURIComponent(call.id)}`;
	const contentType: Record<string, string> =
		call.body === undefined ? {} : { 'content-type': call.contentType ?? 'application/json' };
	const {
		status,
		headers = {},
		body = '',
	} = await send(origin, {
		method: call.method,
		path,
		headers: {
			authorization: authorization({ kind: 'basic', user, password }),
			accept: 'application/json',
			...contentType,
		},
		body: call.body ?? '',
	});
	return { status, headers, body };
}

/** Tells the endpoint that a user was created or changed. */
export function sendChanged(
	endpoint: Endpoint,
	form: NoticeForm,
	entity: JsonObject,
): Promise<EndpointAnswer> {
	const body = form.changed === 'id' ? { id: entity['id'] } : entity;
	return callEndpoint(endpoint, {
		method: 'POST',
		body: JSON.stringify(body),
		contentType: form.contentType,
	});
}

/** Tells the endpoint that a user is gone. */
export function sendDeleted(
	endpoint: Endpoint,
	form: NoticeForm,
	id: string,
): Promise<EndpointAnswer> {
	return form.deleted === 'path'
		? callEndpoint(endpoint, { method: 'DELETE', id })
		: callEndpoint(endpoint, {
				method: 'DELETE',
				body: JSON.stringify({ id }),
				contentType: form.contentType,
			});
}
