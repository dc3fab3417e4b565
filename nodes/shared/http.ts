import type { IExecuteFunctions, IHttpRequestOptions, IWebhookFunctions } from 'n8n-workflow';
import { codeOf, connectionError } from '../../src/http/connectionError';
import { ProvisioningError } from '../../src/model/errors';
import { isObject } from '../../src/model/json';
import type { Http, HttpRequest } from '../../src/model/ports';
import { parseBaseUrl } from './address';
import { readAnswer, rejectOn } from './answer';
import { renewing } from './renewing';

type Context = IExecuteFunctions | IWebhookFunctions;

const TIMEOUT = 30_000;

export interface ConnectedHttp extends Http {
	readonly baseUrl: string;
	/** Who is logged on there, where the credential names somebody. */
	readonly user?: string;
}

/**
 * The Http port over n8n's own request helper: base URL, authentication and proxies are n8n's.
 *
 * @throws NodeOperationError when the node has no such credential
 * @throws ProvisioningError `configuration.invalid` for a base URL that secrets must not be sent to
 */
export async function connectHttp(
	context: Context,
	credentialType: string,
): Promise<ConnectedHttp> {
	const data = await context.getCredentials(credentialType);
	// Handed over, so that n8n does not read and decrypt it for every request; n8n puts a new token into it.
	const credentialsDecrypted = { id: '', name: '', type: credentialType, data };
	const base = parseBaseUrl(data['baseUrl']);
	const withToken = renewing(data);
	const request = (options: IHttpRequestOptions): Promise<unknown> =>
		context.helpers.httpRequestWithAuthentication.call(context, credentialType, options, {
			credentialsDecrypted,
		});
	const { host } = new URL(base);
	const user = data['authentication'] === 'basic' ? String(data['user'] ?? '') : '';
	return {
		baseUrl: base,
		...(user !== '' && { user }),
		send: ({ signal, ...call }) =>
			withToken(async () => {
				const limit = AbortSignal.timeout(call.timeout ?? TIMEOUT);
				const stop = signal ? AbortSignal.any([limit, signal]) : limit;
				try {
					const options = toOptions(base, call, stop);
					const answer = await Promise.race([request(options), rejectOn(stop)]);
					return await readAnswer(answer, stop);
				} catch (error) {
					throw failure(error, host, limit, signal);
				}
			}),
	};
}

function toOptions(
	base: string,
	request: HttpRequest,
	abortSignal: AbortSignal,
): IHttpRequestOptions {
	return {
		method: request.method,
		url: `${base}${request.path}`,
		headers: { ...request.headers },
		body: request.body,
		timeout: request.timeout ?? TIMEOUT,
		abortSignal,
		// A stream is the only form that can be cut off before it is in memory as a whole.
		encoding: 'stream',
		returnFullResponse: true,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
	};
}

function failure(
	error: unknown,
	host: string,
	limit: AbortSignal,
	signal: AbortSignal | undefined,
): ProvisioningError {
	if (signal?.aborted) return connectionError('ERR_CANCELED', host);
	if (limit.aborted) return connectionError('ETIMEDOUT', host);
	// n8n's error wraps the one of the connection, or the one of our own token request.
	const cause = property(error, 'cause');
	const own = [error, cause, property(cause, 'cause')].find(isOwn);
	if (own) return own;
	const code = codeOf(error);
	if (code !== '') return connectionError(code, host);
	return new ProvisioningError({
		code: 'configuration.invalid',
		message: `n8n did not send the request to ${host}: ${firstLine(error)}`,
		hint: 'Check the credential, and whether this instance of n8n restricts where it may be used.',
	});
}

function isOwn(error: unknown): error is ProvisioningError {
	return error instanceof ProvisioningError;
}

function firstLine(error: unknown): string {
	const message = error instanceof Error ? error.message : '';
	return message.split('\n', 1)[0]?.slice(0, 200) ?? '';
}

function property(value: unknown, name: string): unknown {
	return isObject(value) || value instanceof Error ? Reflect.get(value, name) : undefined;
}
