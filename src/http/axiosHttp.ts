import type { AxiosInstance } from 'axios';
import { ProvisioningError, type ErrorCode } from '../model/errors';
import type { Http } from '../model/ports';
import { isObject } from '../model/json';

const TIMEOUT = 30_000;
const MAX_ANSWER = 10 * 1024 * 1024;

/**
 * The Http port over an axios instance that the caller owns: base URL, authentication, agents and proxies
 * are set there. axios itself is not part of this package.
 */
export function axiosHttp(instance: AxiosInstance): Http {
	return {
		baseUrl: instance.defaults.baseURL,
		async send(request) {
			try {
				const answer = await instance.request<string>({
					method: request.method,
					url: request.path,
					headers: { ...request.headers },
					data: request.body,
					timeout: request.timeout ?? (instance.defaults.timeout || TIMEOUT),
					signal: request.signal,
					maxRedirects: 0,
					maxContentLength: MAX_ANSWER,
					responseType: 'text',
					transformRequest: (body: unknown) => body,
					transformResponse: (body: unknown) => body,
					validateStatus: () => true,
				});
				return {
					status: answer.status,
					headers: lowerCase(answer.headers),
					body: answer.data ?? '',
				};
			} catch (error) {
				throw connectionError(error);
			}
		},
	};
}

function lowerCase(headers: object): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}

/** The original error holds the request with its credentials, so nothing of it but its code is kept. */
function connectionError(error: unknown): ProvisioningError {
	const reason = isObject(error) || error instanceof Error ? Reflect.get(error, 'code') : undefined;
	const { code, message, hint } = describe(typeof reason === 'string' ? reason : '');
	return new ProvisioningError({ code, message, hint, retryable: true });
}

function describe(reason: string): { code: ErrorCode; message: string; hint: string } {
	if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'].includes(reason)) {
		return {
			code: 'connection.refused',
			message: `The system could not be reached (${reason})`,
			hint: 'Check the base URL and that this machine may open connections to it.',
		};
	}
	if (['ECONNABORTED', 'ETIMEDOUT'].includes(reason)) {
		return {
			code: 'connection.timeout',
			message: 'The system did not answer in time',
			hint: 'Run the item again: what was sent may or may not have been applied, that is looked up first.',
		};
	}
	if (reason === 'ERR_CANCELED') {
		return {
			code: 'connection.cancelled',
			message: 'The call was cancelled',
			hint: 'Run the item again.',
		};
	}
	return {
		code: 'connection.broken',
		message: `The connection broke before the answer was complete${reason && ` (${reason})`}`,
		hint: 'Run the item again: what was sent may or may not have been applied, that is looked up first.',
	};
}
