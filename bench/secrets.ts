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

/** A new call for each measurement, as a server sees it: where in memory a text lies takes time too. */
type Prepare = () => Call;

function basic(stored: Partial<EndpointSecrets>): Prepare {
	const secrets = { ...STORED, ...stored };
	return () => {
		const value = `Basic ${PAIR.toString('base64')}`;
		const caller = { rawHeaders: ['Authorization', value], remoteAddress: '' };
		return () => checkBasic(caller, secrets);
	};
}

/** Wrong in both stores: then the answer is there without waiting. */
function client(clientSecret: string): Prepare {
	const secrets = { ...STORED, clientSecret };
	const circumstances = { now: 0, systemId: 'bench' };
	return () => {
		const request = {
			authorizations: [`Basic ${PAIR.toString('base64')}`],
			query: 'grant_type=client_credentials',
			contentType: '',
			body: new Uint8Array(),
		};
		return () => answerTokenRequest(request, secrets, circumstances);
	};
}

function comparison(stored: string): Prepare {
	const bytes = Buffer.from(PASSWORD);
	return () => {
		const text = bytes.toString('latin1');
		return () => isSame(text, stored);
	};
}

const PAIRS: Readonly<Record<string, readonly [Prepare, Prepare]>> = {
	'first and last byte': [
		basic({ password: first(PASSWORD) }),
		basic({ password: last(PASSWORD) }),
	],
	'first byte and all': [basic({ password: first(PASSWORD) }), basic({})],
	'same length and one less': [basic({}), basic({ password: other(PASSWORD).slice(1) })],
	'first and second password': [
		basic({ secondPassword: other(PASSWORD) }),
		basic({ password: other(PASSWORD), secondPassword: last(PASSWORD) }),
	],
	'unknown user and wrong password': [
		basic({ user: other(USER), password: PASSWORD }),
		basic({ user: USER, password: other(PASSWORD) }),
	],
	'wrong and right': [basic({}), basic({ password: PASSWORD })],
	'client secret: first and last byte': [client(first(PASSWORD)), client(last(PASSWORD))],
	'the comparison: first and last byte': [comparison(first(PASSWORD)), comparison(last(PASSWORD))],
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
