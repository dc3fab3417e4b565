/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-hardcoded-secrets, no-console -- a benchmark reads the clock and prints; its secrets are made up */
// Does the time of an answer tell something about the stored secret? The same call against two stores: Welch's
// t between their times, in random order in one process. From 4.5 on a difference is taken for real.
import { answerTokenRequest } from '../src/endpoint';
import { checkBasic } from '../src/endpoint/basic';
import { isSame } from '../src/endpoint/same';
import type { EndpointSecrets } from '../src/endpoint/secrets';

const GOAL = 4.5;
const MEASUREMENTS = 200_000;
const WARM_UP = 20_000;
/** Of the slowest measurements are left out: the collector and the other processes of the machine. */
const CROPPED = 0.05;

/** What is presented, in every call. */
const USER = '1ab7c243-5de5-4530-8c14-1234a26373ab';
const PASSWORD = 'correct-horse-battery-staple-0123456789';
const PAIR = Buffer.from(`${USER}:${PASSWORD}`);

const first = (text: string) => `X${text.slice(1)}`;
const last = (text: string) => `${text.slice(0, -1)}X`;
const other = (text: string) => text.replace(/./g, 'x');

const STORED: EndpointSecrets = {
	authentication: ['basic', 'oAuth2'],
	user: USER,
	password: other(PASSWORD),
	secondPassword: '',
	clientId: USER,
	clientSecret: other(PASSWORD),
	secondClientSecret: '',
	issuer: '',
	audience: '',
	jwksUrl: '',
	certificates: '',
	certificateHeader: '',
	verifyHeader: '',
	trustedProxies: '',
};

type Call = () => unknown;

/** The same call, whatever store it is made to; everything that it needs is made anew. */
type Attempt = (secrets: EndpointSecrets) => Call;

const read = (text: string) => Buffer.from(text, 'latin1').toString('latin1');

/** As when it is decrypted: each text in one piece, somewhere in memory. */
function readStore(stored: EndpointSecrets): EndpointSecrets {
	return {
		...stored,
		user: read(stored.user),
		password: read(stored.password),
		secondPassword: read(stored.secondPassword),
		clientId: read(stored.clientId),
		clientSecret: read(stored.clientSecret),
	};
}

const basic: Attempt = (secrets) => {
	const value = `Basic ${PAIR.toString('base64')}`;
	const caller = { rawHeaders: ['Authorization', value], remoteAddress: '' };
	return () => checkBasic(caller, secrets);
};

/** Wrong in both stores: then the answer is there without waiting. */
const client: Attempt = (secrets) => {
	const circumstances = { now: 0, systemId: 'bench' };
	const request = {
		authorizations: [`Basic ${PAIR.toString('base64')}`],
		query: 'grant_type=client_credentials',
		contentType: '',
		body: new Uint8Array(),
	};
	return () => answerTokenRequest(request, secrets, circumstances);
};

const comparison: Attempt = ({ password }) => {
	const presented = read(PASSWORD);
	return () => isSame(presented, password);
};

type Stores = readonly [EndpointSecrets, EndpointSecrets];
type Changes = Partial<EndpointSecrets>;

const PAIRS: ReadonlyArray<readonly [name: string, attempt: Attempt, one: Changes, two: Changes]> =
	[
		['control: the same store', basic, {}, {}],
		['first and last byte', basic, { password: first(PASSWORD) }, { password: last(PASSWORD) }],
		['first byte and all', basic, { password: first(PASSWORD) }, {}],
		['same length and one less', basic, {}, { password: other(PASSWORD).slice(1) }],
		[
			'first and second password',
			basic,
			{ password: first(PASSWORD), secondPassword: other(PASSWORD) },
			{ password: other(PASSWORD), secondPassword: last(PASSWORD) },
		],
		[
			'unknown user and wrong password',
			basic,
			{ user: other(USER), password: PASSWORD },
			{ user: USER, password: other(PASSWORD) },
		],
		['wrong and right', basic, {}, { password: PASSWORD }],
		[
			'client secret: first and last byte',
			client,
			{ clientSecret: first(PASSWORD) },
			{ clientSecret: last(PASSWORD) },
		],
		[
			'the comparison: first and last byte',
			comparison,
			{ password: first(PASSWORD) },
			{ password: last(PASSWORD) },
		],
	];

const coin = () => (Math.random() < 0.5 ? 0 : 1);

/**
 * One measurement. Both stores are read, in either order, and one of them is used: what lies in the caches of
 * the processor, and where, must not tell which one it is.
 */
function measureOnce(attempt: Attempt, stores: Stores): readonly [which: 0 | 1, time: number] {
	const which = coin();
	const isTurned = coin() === 1;
	const one = readStore(stores[isTurned ? 1 : 0]);
	const two = readStore(stores[isTurned ? 0 : 1]);
	const call = attempt((which === 0) === isTurned ? two : one);
	const start = process.hrtime.bigint();
	call();
	return [which, Number(process.hrtime.bigint() - start)];
}

interface Moments {
	readonly mean: number;
	/** Variance of the mean. */
	readonly error: number;
}

function momentsOf(sample: readonly number[]): Moments {
	const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
	const squares = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	return { mean, error: squares / (sample.length - 1) / sample.length };
}

/** Cut at one bound for both, or the cut itself would make a difference. */
function welch([one, two]: readonly [readonly number[], readonly number[]]): number {
	const bound = [...one, ...two].sort((a, b) => a - b)[
		Math.floor((one.length + two.length) * (1 - CROPPED))
	];
	const [a, b] = [one, two].map((sample) =>
		momentsOf(sample.filter((value) => bound === undefined || value < bound)),
	);
	if (a === undefined || b === undefined) return Number.NaN;
	return (a.mean - b.mean) / Math.sqrt(a.error + b.error);
}

function measure(attempt: Attempt, stores: Stores): number {
	for (let count = 0; count < WARM_UP; count += 1) measureOnce(attempt, stores);
	const times: [number[], number[]] = [[], []];
	for (let count = 0; count < 2 * MEASUREMENTS; count += 1) {
		const [which, time] = measureOnce(attempt, stores);
		times[which].push(time);
	}
	return welch(times);
}

const results = PAIRS.map(([name, attempt, one, two]) => {
	const stores = [
		{ ...STORED, ...one },
		{ ...STORED, ...two },
	] as const;
	return [name, measure(attempt, stores)] as const;
});
const worst = Math.max(...results.map(([, t]) => Math.abs(t)));
console.log(
	JSON.stringify({
		benchmark: 'secrets',
		measurements: MEASUREMENTS,
		welchT: Object.fromEntries(results.map(([name, t]) => [name, Number(t.toFixed(2))])),
		worst: Number(worst.toFixed(2)),
		goal: GOAL,
	}),
);
if (!(worst < GOAL)) process.exitCode = 1;
