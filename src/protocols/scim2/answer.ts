import { refusal, type RefusalContext } from '../../http/refusal';
import type { Entity, EntityType } from '../../model/entity';
import { ProvisioningError } from '../../model/errors';
import { isObject, member, type Json, type JsonObject } from '../../model/json';
import type { HttpResponse } from '../../model/ports';
import type { Skipped } from '../directory';
import type { ProtocolPage } from '../pages';
import { parseJson } from '../parseJson';

export type AnswerContext = RefusalContext;

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

export interface ListPage extends ProtocolPage {
	readonly skipped: readonly Skipped[];
	/** Resources on the page, readable or not. */
	readonly received: number;
	/** What SAP's servers call the start of the next page; `end` on the last one. */
	readonly nextId?: string;
}

/**
 * One page of a list (RFC 7644, section 3.4.2). An empty page must say so itself: silence is not "none".
 *
 * @param uncounted which page may lack `totalResults`: one with resources, or even an empty one
 */
export function readPage(
	response: HttpResponse,
	type: EntityType,
	context: AnswerContext,
	uncounted?: 'filled' | 'any',
): ListPage {
	const body = readBody(response, context);
	// The UAA writes it in lower case.
	const listed = body?.['Resources'] ?? body?.['resources'];
	const resources = listed ?? [];
	const counted = listed === undefined ? undefined : uncounted;
	if (!body || !Array.isArray(resources) || !isConsistent(body, resources.length, counted)) {
		throw unexpected(response, context, 'a list that is not a SCIM list');
	}
	const { nextId, totalResults } = body;
	const entities = resources.flatMap((resource) => entityOf(resource, type));
	const unreadable = { reason: `a ${type} without id` };
	return {
		entities,
		skipped: new Array<Skipped>(resources.length - entities.length).fill(unreadable),
		received: resources.length,
		...(totalResults !== undefined && { total: Number(totalResults) }),
		...(typeof nextId === 'string' && nextId !== '' && { nextId }),
	};
}

function isConsistent(body: JsonObject, received: number, uncounted?: 'filled' | 'any'): boolean {
	const { totalResults } = body;
	if (totalResults === undefined) return received > 0 ? !!uncounted : uncounted === 'any';
	const total = Number(totalResults);
	return Number.isInteger(total) && (total > 0 || received === 0);
}

/** A 404 counts as "not there" only in the protocol's own form: a proxy's page proves nothing. */
export function isAbsence(response: HttpResponse): boolean {
	if (response.status !== 404 && response.status !== 410) return false;
	if (response.body.trim() === '') return mediaType(response) === 'application/scim+json';
	const body = parseJson(response.body);
	if (!isObject(body)) return false;
	const schemas = body['schemas'];
	const isScimError = Array.isArray(schemas) && schemas.some((urn) => /:Error$/.test(String(urn)));
	return isScimError || String(body['status']) === String(response.status) || isAbsence1(body);
}

/** SCIM 1.1 (Core API, section 3.9), and the UAA's own form. */
function isAbsence1({ Errors: errors, error }: JsonObject): boolean {
	const [first] = Array.isArray(errors) ? errors : [];
	return String(member(first, 'code')) === '404' || error === 'scim_resource_not_found';
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
			...((typeof version === 'string' || typeof version === 'number') && {
				version: String(version),
			}),
		},
	];
}

function readBody(response: HttpResponse, context: AnswerContext): JsonObject | undefined {
	if (response.status < 200 || response.status > 299) throw refusal(response, context);
	if (response.body.trim() === '') return undefined;
	const body = parseJson(response.body);
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
		// A proxy or a log-on page may stand in between for a while.
		retryable: true,
		message: `${context.system} answered ${response.status} with ${what}`,
		hint: "Check 'Base URL' in the credential: a login page or another service may be answering.",
		system: context.system,
		status: response.status,
	});
}

function mediaType(response: HttpResponse): string {
	return (response.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
