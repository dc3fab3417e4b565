/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-hardcoded-secrets, no-console -- a benchmark reads the clock and prints; its secrets are made up */
// Does the time of a refusal tell something about the secret? Welch's t between two kinds of wrong callers,
// in random order in one process. From 4.5 on a difference is taken for real.
import { answerTokenRequest } from '../src/endpoint';
import { checkBasic } from '../src/endpoint/basic';
import { isSame } from '../src/endpoint/same';
import type { EndpointSecrets } from '../src/endpoint/secrets';

const GOAL = 4.5;
const MEASUREMENTS = 200_000;
const WARM_UP = 20_000;
/** Of the slowest measurements are left out: the collector and the other processes of the machine. */
const CROPPED = 0.05;

const PASSWORD = 'correct-horse-battery-staple-0123456789';
const SECRETS: EndpointSecrets = {
	authentication: ['basic', 'oAuth2'],
	user: '1ab7c243-5de5-4530-8c14-1234a26373ab',
	password: PASSWORD,
	secondPassword: 'the-password-before-this-one-9876543210',
	clientId: '1ab7c243-5de5-4530-8c14-1234a26373ab',
	clientSecret: PASSWORD,
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

/** A new call for each measurement, as a server sees it: where in memory a text lies takes time too. */
type Prepare = () => Call;

function basic(user: string, password: string): Prepare {
	const pair = Buffer.from(`${user}:${password}`);
	return () => {
		const value = `Basic ${pair.toString('base64')}`;
		const caller = { rawHeaders: ['Authorization', value], remoteAddress: '' };
		return () => checkBasic(caller, SECRETS);
	};
}

/** Wrong secrets only: then the answer is there without waiting. */
function client(secret: string): Prepare {
	const pair = Buffer.from(`${SECRETS.clientId}:${secret}`);
	const circumstances = { now: 0, systemId: 'bench' };
	return () => {
		const request = {
			authorizations: [`Basic ${pair.toString('base64')}`],
			query: 'grant_type=client_credentials',
			contentType: '',
			body: new Uint8Array(),
		};
		return () => answerTokenRequest(request, SECRETS, circumstances);
	};
}

function comparison(presented: string): Prepare {
	const bytes = Buffer.from(presented);
	return () => {
		const text = bytes.toString('latin1');
		return () => isSame(text, PASSWORD);
	};
}

const { user } = SECRETS;
const first = `X${PASSWORD.slice(1)}`;
const last = `${PASSWORD.slice(0, -1)}X`;
const other = PASSWORD.replace(/./g, 'x');

const PAIRS: Readonly<Record<string, readonly [Prepare, Prepare]>> = {
	'first and last byte': [basic(user, first), basic(user, last)],
	'first byte and all': [basic(user, first), basic(user, other)],
	'same length and one more': [basic(user, other), basic(user, `${other}x`)],
	'first and second password nearly': [
		basic(user, last),
		basic(user, `${SECRETS.secondPassword.slice(0, -1)}X`),
	],
	'unknown user and wrong password': [basic(user.replace(/./g, 'x'), PASSWORD), basic(user, other)],
	'wrong and right': [basic(user, other), basic(user, PASSWORD)],
	'client secret: first and last byte': [client(first), client(last)],
	'the comparison: first and last byte': [comparison(first), comparison(last)],
};

function time(prepare: Prepare): number {
	const call = prepare();
	const start = process.hrtime.bigint();
	call();
	return Number(process.hrtime.bigint() - start);
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

function measure([one, two]: readonly [Prepare, Prepare]): number {
	for (let count = 0; count < WARM_UP; count += 1) {
		one()();
		two()();
	}
	const times: [number[], number[]] = [[], []];
	for (let count = 0; count < 2 * MEASUREMENTS; count += 1) {
		if (Math.random() < 0.5) times[0].push(time(one));
		else times[1].push(time(two));
	}
	return welch(times);
}

const results = Object.entries(PAIRS).map(([name, pair]) => [name, measure(pair)] as const);
const worst = Math.max(...results.map(([, t]) => Math.abs(t)));
console.log(
	JSON.stringify({
		bench: 'secrets',
		measurements: MEASUREMENTS,
		welchT: Object.fromEntries(results.map(([name, t]) => [name, Number(t.toFixed(2))])),
		worst: Number(worst.toFixed(2)),
		goal: GOAL,
	}),
);
if (!(worst < GOAL)) process.exitCode = 1;
