import { ProvisioningError } from '../model/errors';
import type { Clock, Http, HttpRequest, HttpResponse } from '../model/ports';
import type { Gate } from './gate';
import { refusal } from './refusal';
import { parseRetryAfter, waitBeforeRetry, type Attempt } from './retry';
import { cancelled, type Run } from './run';

export interface Connection {
	readonly http: Http;
	readonly clock: Clock;
	/** Between 0 and 1; spreads repeats. */
	random(): number;
	/** Statuses that mean "too many calls" there, besides 429. */
	readonly throttledBy?: readonly number[];
	/** Shared by all connections to the system. */
	readonly gate?: Gate;
	/** How many calls the gate may let through; absent: no limit. */
	readonly requestsPerMinute?: number;
}

const ASKS_FOR_A_PAUSE = new Set([429, 503]);

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
		await passGate(connection, run);
		run.onSend?.();
		const began = connection.clock.now();
		const ended = await attempt(connection.http, request, run);
		const now = connection.clock.now();
		const { gate } = connection;
		gate?.ended(began, now, failureOf(ended, now));
		const { response, error } = ended;
		const attempted = response ? answered(response, connection) : broken(error);
		if ('status' in attempted && ASKS_FOR_A_PAUSE.has(attempted.status)) {
			gate?.pause(now, (attempted.retryAfter ?? 0) * 1000);
		}
		const wait = waitBeforeRetry(request.method, attempted, made, connection.random());
		if (wait === undefined) {
			if (response) return response;
			throw error;
		}
		await run.wait(wait);
	}
}

async function passGate(connection: Connection, run: Run): Promise<void> {
	const { gate, clock, requestsPerMinute } = connection;
	const ask = () => gate?.admit(clock.now(), requestsPerMinute) ?? 0;
	for (let wait = ask(); wait > 0; wait = ask()) await run.wait(wait);
}

interface Ended {
	readonly response?: HttpResponse;
	readonly error?: ProvisioningError;
}

async function attempt(http: Http, request: HttpRequest, run: Run): Promise<Ended> {
	const headers = run.correlationId
		? { ...request.headers, 'x-correlation-id': run.correlationId }
		: request.headers;
	try {
		return { response: await http.send({ ...request, headers, signal: run.signal }) };
	} catch (error) {
		return { error: connectionError(error, run) };
	}
}

/** Shows that the next call will fare no better: the system is down, or knows the credentials no more. */
function failureOf({ response, error }: Ended, now: number): ProvisioningError | undefined {
	if (error?.code === 'connection.untrusted') return undefined;
	if (!response) return error;
	const { status } = response;
	if (status !== 401 && (status < 500 || status === 501)) return undefined;
	// What it says is about somebody, and this is about everybody.
	return refusal({ status, headers: {}, body: '' }, { system: 'the system', now });
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
