import { refusal } from '../../http/refusal';
import type { Entity, EntityType } from '../../model/entity';
import { ProvisioningError } from '../../model/errors';
import { isObject, type Json, type JsonObject } from '../../model/json';
import type { HttpResponse } from '../../model/ports';

export interface AnswerContext {
	readonly system: string;
	readonly now: number;
}

/** A whole resource; `undefined` when a success carries none (204, or an empty body). */
export function readResource(
	response: HttpResponse,
	type: EntityType,
	context: AnswerContext,
): Entity | undefined {
	const body = readBody(response, context);
	if (body === undefined) return undefined;
	const id = body['id'];
	if (typeof id !== 'string' && !Number.isSafeInteger(id)) {
		throw unexpected(response, context, `a ${type} without id`);
	}
	const version = response.headers['etag'];
	return { type, id: String(id), attributes: body, ...(version && { version }) };
}

export interface Page {
	readonly entities: Entity[];
	readonly total: number;
}

/** One page of a list (RFC 7644, section 3.4.2). An empty page must say so itself: silence is not "none". */
export function readPage(response: HttpResponse, type: EntityType, context: AnswerContext): Page {
	const body = readBody(response, context);
	const total = Number(body?.['totalResults']);
	const resources = body?.['Resources'] ?? [];
	const consistent = Array.isArray(resources) && (total > 0 || resources.length === 0);
	if (!body || body['totalResults'] === undefined || !Number.isInteger(total) || !consistent) {
		throw unexpected(response, context, 'a list that is not a SCIM list');
	}
	return { total, entities: resources.flatMap((resource) => entityOf(resource, type)) };
}

/** A 404 counts as "not there" only in the protocol's own form: a proxy's page proves nothing. */
export function isAbsence(response: HttpResponse): boolean {
	if (response.status !== 404 && response.status !== 410) return false;
	if (response.body.trim() === '') return mediaType(response) === 'application/scim+json';
	const body = parse(response.body);
	if (!isObject(body)) return false;
	const schemas = body['schemas'];
	const isScimError = Array.isArray(schemas) && schemas.some((urn) => /:Error$/.test(String(urn)));
	return isScimError || String(body['status']) === String(response.status);
}

function entityOf(resource: Json, type: EntityType): Entity[] {
	if (!isObject(resource)) return [];
	const id = resource['id'];
	if (typeof id !== 'string' && typeof id !== 'number') return [];
	const meta = resource['meta'];
	const version = isObject(meta) ? meta['version'] : undefined;
	return [
		{
			type,
			id: String(id),
			attributes: resource,
			...(typeof version === 'string' && { version }),
		},
	];
}

function readBody(response: HttpResponse, context: AnswerContext): JsonObject | undefined {
	if (response.status < 200 || response.status > 299) throw refusal(response, context);
	if (response.body.trim() === '') return undefined;
	const body = parse(response.body);
	if (isObject(body)) return body;
	throw unexpected(response, context, `${mediaType(response) || 'something'} instead of SCIM`);
}

function unexpected(
	response: HttpResponse,
	context: AnswerContext,
	what: string,
): ProvisioningError {
	return new ProvisioningError({
		code: 'answer.unexpected',
		message: `${context.system} answered ${response.status} with ${what}`,
		hint: 'Check the base URL in the credential: a login page or another service may be answering.',
		system: context.system,
		status: response.status,
	});
}

function mediaType(response: HttpResponse): string {
	return (response.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function parse(text: string): Json | undefined {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, '')) as Json;
	} catch {
		return undefined;
	}
}
