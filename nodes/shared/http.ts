import type { IExecuteFunctions, IHttpRequestOptions, IWebhookFunctions } from 'n8n-workflow';
import { ProvisioningError } from '../../src/model/errors';
import { isObject } from '../../src/model/json';
import type { Http, HttpRequest, HttpResponse } from '../../src/model/ports';
import { parseBaseUrl } from './address';
import { readAnswer, rejectOn } from './answer';
import { connectionError } from './connectionError';

type Context = IExecuteFunctions | IWebhookFunctions;

const TIMEOUT = 30_000;

/** Kinds of authentication whose token is fetched anew after a 401. */
const RENEWABLE = new Set(['oAuth2ClientCredentials', 'samlBearer']);

/**
 * The Http port over n8n's own request helper: base URL, authentication and proxies are n8n's.
 *
 * @throws NodeOperationError when the node has no such credential
 * @throws ProvisioningError `configuration.invalid` for a base URL that secrets must not be sent to
 */
export async function connectHttp(
	context: Context,
	credentialType: string,
): Promise<Http & { readonly baseUrl: string }> {
	const data = await context.getCredentials(credentialType);
	// Handed over, so that n8n does not read and decrypt it for every request; n8n puts a new token into it.
	const credentialsDecrypted = { id: '', name: '', type: credentialType, data };
	const base = parseBaseUrl(data['baseUrl']);
	// Without a token that can expire a second try after 401 would only repeat the request.
	const renewable = RENEWABLE.has(String(data['authentication']));
	const request = (options: IHttpRequestOptions): Promise<unknown> =>
		context.helpers.httpRequestWithAuthentication.call(context, credentialType, options, {
			credentialsDecrypted,
		});
	const { host } = new URL(base);
	return {
		baseUrl: base,
		async send({ signal, ...call }) {
			const limit = AbortSignal.timeout(call.timeout ?? TIMEOUT);
			const stop = signal ? AbortSignal.any([limit, signal]) : limit;
			try {
				const options = toOptions(base, call, stop, renewable);
				const answer = await Promise.race([request(options), rejectOn(stop)]);
				return await readAnswer(answer, stop);
			} catch (error) {
				const refused = await unauthorized(error, stop);
				if (refused) return refused;
				throw failure(error, host, limit, signal);
			}
		},
	};
}

function toOptions(
	base: string,
	request: HttpRequest,
	abortSignal: AbortSignal,
	renewable: boolean,
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
		ignoreHttpStatusErrors: renewable ? { ignore: true, except: [401] } : true,
	};
}

/** The 401 that came again with a fresh token: n8n throws it, for us it is an answer. */
async function unauthorized(error: unknown, stop: AbortSignal): Promise<HttpResponse | undefined> {
	const response = property(property(error, 'cause'), 'response');
	if (property(response, 'status') !== 401) return undefined;
	const [headers, body] = [property(response, 'headers'), property(response, 'data')];
	return await readAnswer({ statusCode: 401, headers, body }, stop).catch(() => ({
		status: 401,
		headers: {},
		body: '',
	}));
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
	for (const cause of [
		error,
		property(error, 'cause'),
		property(property(error, 'cause'), 'cause'),
	]) {
		if (cause instanceof ProvisioningError) return cause;
		const code = property(cause, 'code');
		if (typeof code === 'string') return connectionError(code, host);
	}
	return new ProvisioningError({
		code: 'configuration.invalid',
		message: `n8n did not send the request to ${host}: ${firstLine(error)}`,
		hint: 'Check the credential, and whether this instance of n8n restricts where it may be used.',
	});
}

function firstLine(error: unknown): string {
	const message = error instanceof Error ? error.message : '';
	return message.split('\n', 1)[0]?.slice(0, 200) ?? '';
}

function property(value: unknown, name: string): unknown {
	return isObject(value) || value instanceof Error ? Reflect.get(value, name) : undefined;
}
