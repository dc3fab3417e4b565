import { ProvisioningError } from '../model/errors';
import type { Clock, Http, HttpRequest, HttpResponse } from '../model/ports';
import { parseRetryAfter, waitBeforeRetry, type Attempt } from './retry';
import { cancelled, type Run } from './run';

export interface Connection {
	readonly http: Http;
	readonly clock: Clock;
	/** Between 0 and 1; spreads repeats. */
	random(): number;
	/** Statuses that mean "too many calls" there, besides 429. */
	readonly throttledBy?: readonly number[];
}

/**
 * Sends a request and repeats it where that is right. Any status is an answer.
 *
 * @throws ProvisioningError `connection.*` when no answer came
 */
export async function send(
	connection: Connection,
	request: HttpRequest,
	run: Run,
): Promise<HttpResponse> {
	for (let made = 1; ; made++) {
		if (run.signal?.aborted) throw cancelled(run.signal.reason);
		run.onSend?.();
		const { response, error } = await attempt(connection.http, request, run);
		const attempted = response ? answered(response, connection) : broken(error);
		const wait = waitBeforeRetry(request.method, attempted, made, connection.random());
		if (wait === undefined) {
			if (response) return response;
			throw error;
		}
		await run.wait(wait);
	}
}

async function attempt(
	http: Http,
	request: HttpRequest,
	run: Run,
): Promise<{ response?: HttpResponse; error?: ProvisioningError }> {
	const headers = run.correlationId
		? { ...request.headers, 'x-correlation-id': run.correlationId }
		: request.headers;
	try {
		return { response: await http.send({ ...request, headers, signal: run.signal }) };
	} catch (error) {
		return { error: connectionError(error, run) };
	}
}

/** Anything else is a mistake in the adapter, and must not be taken for a broken connection. */
function connectionError(error: unknown, run: Run): ProvisioningError {
	if (run.signal?.aborted) throw cancelled();
	if (error instanceof ProvisioningError && error.code.startsWith('connection.')) return error;
	throw error;
}

function answered(
	{ status, headers }: HttpResponse,
	{ clock, throttledBy = [] }: Connection,
): Attempt {
	const retryAfter = parseRetryAfter(headers['retry-after'], clock.now());
	return { status: throttledBy.includes(status) ? 429 : status, retryAfter };
}

function broken(error: ProvisioningError | undefined): Attempt {
	switch (error?.code) {
		case 'connection.refused':
			return { broken: 'refused' };
		case 'connection.untrusted':
			return { broken: 'untrusted' };
		default:
			return { broken: 'unknown' };
	}
}
