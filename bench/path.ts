/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a benchmark reads the clock and prints */
// Reading with compiled paths against json-p3, in one process: what a mapping does for every entity.
import { compile } from 'json-p3';
import type { JsonObject } from '../src/model/json';
import { compilePath } from '../src/path';

const GOAL = 6;
const WARM_UP = 40;
const ROUNDS = 300;
const PASSES = 300;

const DEFINITE = [
	'$.userName',
	'$.name.familyName',
	"$['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User']['employeeNumber']",
	"$['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User']['manager']['value']",
	'$.emails[0].value',
	'$.addresses[0].country',
	'$.locale',
	'$.missing.member',
];
const FILTERS = [
	'$.emails[?(@.primary == true)].value',
	"$.phoneNumbers[?(@.type == 'work')].value",
	"$.addresses[?(@.type == 'work')]",
	"$.phoneNumbers[?(@.type == 'mobile' && @.primary == true)]",
	"$.phoneNumbers[?(@.type != 'mobile' || (@.type == 'mobile' && @.primary == false))]",
];

const user: JsonObject = {
	schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
	id: '7b1d0b0e-41d5-4b0b-9c7a-0c5b3a1f2e3d',
	userName: 'mira.holm',
	locale: 'en',
	active: true,
	name: { givenName: 'Mira', familyName: 'Holm' },
	emails: [
		{ value: 'mira@example.org', type: 'home' },
		{ value: 'mira.holm@example.com', type: 'work', primary: true },
	],
	phoneNumbers: [
		{ value: '+49 30 1', type: 'work' },
		{ value: '+49 170 2', type: 'mobile', primary: true },
		{ value: '+49 30 3', type: 'fax' },
	],
	addresses: [
		{ type: 'work', country: 'DE', locality: 'Berlin' },
		{ type: 'home', country: 'DE', locality: 'Potsdam' },
	],
	'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
		employeeNumber: '4711',
		manager: { value: '12' },
	},
};

type Read = () => unknown;

function ours(paths: readonly string[]): readonly Read[] {
	return paths.map((path) => {
		const { read } = compilePath(path);
		return () => read(user);
	});
}

function theirs(paths: readonly string[]): readonly Read[] {
	return paths.map((path) => {
		const query = compile(path);
		return () => query.query(user).values();
	});
}

/** Both must find the same before anything is timed. */
function checkAnswers(paths: readonly string[]): void {
	for (const path of paths) {
		const { definite, read } = compilePath(path);
		const mine = read(user);
		const found = definite ? (mine === undefined ? [] : [mine]) : mine;
		const expected = compile(path).query(user).values();
		if (JSON.stringify(found) !== JSON.stringify(expected)) {
			throw new Error(`${path} reads ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
		}
	}
}

/** Nanoseconds per read. */
function time(reads: readonly Read[]): number {
	const start = process.hrtime.bigint();
	for (let pass = 0; pass < PASSES; pass += 1) for (const read of reads) read();
	return Number(process.hrtime.bigint() - start) / (PASSES * reads.length);
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

interface Measurement {
	/** Nanoseconds per read. */
	readonly ours: number;
	readonly theirs: number;
	readonly ratio: number;
}

function measureReads(paths: readonly string[]): Measurement {
	checkAnswers(paths);
	return measure(ours(paths), theirs(paths));
}

/** Rounds are short and alternate, so that whatever else runs on the machine slows both down. */
function measure(mine: readonly Read[], other: readonly Read[]): Measurement {
	const times: { ours: number; theirs: number }[] = [];
	for (let round = -WARM_UP; round < ROUNDS; round += 1) {
		const pair = { ours: time(mine), theirs: time(other) };
		if (round >= 0) times.push(pair);
	}
	return {
		ours: rounded(median(times.map((pair) => pair.ours))),
		theirs: rounded(median(times.map((pair) => pair.theirs))),
		ratio: rounded(median(times.map((pair) => pair.theirs / pair.ours))),
	};
}

function rounded(value: number): number {
	return Math.round(value * 10) / 10;
}

function figures({ ours: nanoseconds, theirs: jsonP3, ratio }: Measurement): object {
	return { nanoseconds, jsonP3, ratio };
}

const definite = measureReads(DEFINITE);
const filters = measureReads(FILTERS);
const ratio = Math.min(definite.ratio, filters.ratio);
console.log(
	JSON.stringify({
		benchmark: 'path',
		against: 'json-p3',
		goal: GOAL,
		ratio,
		definite: figures(definite),
		filters: figures(filters),
	}),
);
if (ratio < GOAL) process.exitCode = 1;
