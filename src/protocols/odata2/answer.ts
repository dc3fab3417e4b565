import { refusal, type RefusalContext } from '../../http/refusal';
import { ProvisioningError } from '../../model/errors';
import { isObject, member, type Json, type JsonObject } from '../../model/json';
import type { HttpResponse } from '../../model/ports';
import { parseJson } from '../parseJson';

export type AnswerContext = RefusalContext;

export interface Rows {
	readonly rows: readonly JsonObject[];
	/** The link to the next page, as the server wrote it. */
	readonly next?: string;
}

/** What a request for one row gives; `undefined` for "not there" in the form of OData itself. */
export function readRow(response: HttpResponse, context: AnswerContext): JsonObject | undefined {
	if (isAbsence(response)) return undefined;
	const d = readD(response, context);
	if (isObject(d) && !Array.isArray(d['results'])) return d;
	throw unexpected(response, context, 'a list instead of one row');
}

/** The rows of a list, `d.results`, or of a function, `d`. */
export function readRows(response: HttpResponse, context: AnswerContext): Rows {
	const d = readD(response, context);
	const rows = Array.isArray(d) ? d : member(d, 'results');
	if (!Array.isArray(rows)) throw unexpected(response, context, 'one row instead of a list');
	const next = member(d, '__next');
	return { rows: rows.filter(isObject), ...(typeof next === 'string' && { next }) };
}

/** The number that `/$count` answers with, as bare text. */
export function readCount(response: HttpResponse, context: AnswerContext): number {
	if (response.status !== 200) throw refused(response, context);
	const text = response.body.replace(/^\uFEFF/, '').trim();
	if (/^\d{1,15}$/.test(text)) return Number(text);
	throw unexpected(response, context, 'something else than a number');
}

/** A 404 counts as "not there" only with an error of OData: a proxy's page proves nothing. */
function isAbsence(response: HttpResponse): boolean {
	return response.status === 404 && errorOf(response) !== undefined;
}

function readD(response: HttpResponse, context: AnswerContext): Json {
	if (response.status < 200 || response.status > 299) throw refused(response, context);
	const d = member(parseJson(response.body), 'd');
	if (typeof d === 'object' && d !== null) return d;
	throw unexpected(response, context, 'something else than OData');
}

function refused(response: HttpResponse, context: AnswerContext): ProvisioningError {
	const error = errorOf(response);
	if (!error?.code.startsWith('COE_PROPERTY_NOT_FOUND')) return refusal(response, context);
	return new ProvisioningError({
		code: 'configuration.invalid',
		message: `${context.system} does not know an attribute that is asked for: ${error.message}`,
		hint: 'Take the attribute out of the properties that select, expand or filter.',
		system: context.system,
		status: response.status,
	});
}

function errorOf(response: HttpResponse): { code: string; message: string } | undefined {
	const error = member(parseJson(response.body), 'error');
	if (!isObject(error) || typeof error['code'] !== 'string') return undefined;
	const message = isObject(error['message']) ? error['message']['value'] : error['message'];
	const line = String(message ?? '').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
	return { code: error['code'], message: line.slice(0, 300) };
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
