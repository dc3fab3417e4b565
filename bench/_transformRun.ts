/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a benchmark measures and prints */
// The measuring half of transform.ts. All variants run in turns; the medians of their processor time are
// compared, because the clock of a busy machine says more about its neighbours.
import { deepStrictEqual } from 'node:assert';
import jsonata from 'jsonata';
import type { JsonObject } from '../src/model/json';
import { compileTransformation } from '../src/transformation';
import { read, write } from './_documents';
import { readExpression, writeExpression } from './_jsonata';
import { odataUser } from './_user';

const ROUNDS = 41;
const GOAL_JSONATA = 15;
const AIM_JSONATA = 25;
const majorVersion = Number(process.versions.node.split('.')[0]);
const GOAL_JSON = majorVersion >= 24 ? 0.45 : 0.7;
const GOAL_EXPLAIN = 0.4;

const readTransformation = compileTransformation(read, { direction: 'read' });
const writeTransformation = compileTransformation(write, { direction: 'write' });
const readJsonata = jsonata(readExpression);
const writeJsonata = jsonata(writeExpression);
const text = JSON.stringify(odataUser);

function transform(explain: boolean): JsonObject {
	const scim = readTransformation.map('user', odataUser, { explain });
	if (scim.status !== 'mapped') throw new Error(`read: ${scim.status}`);
	const result = writeTransformation.map('user', scim.entity, {
		variables: scim.variables,
		explain,
	});
	if (result.status !== 'mapped') throw new Error(`write: ${result.status}`);
	return result.entity;
}

async function withJsonata(): Promise<unknown> {
	return await writeJsonata.evaluate(await readJsonata.evaluate(odataUser));
}

type Name = 'engine' | 'explained' | 'jsonata' | 'json';

interface Variant {
	readonly name: Name;
	readonly times: number;
	run(): unknown;
}

// Each turn of a variant takes some milliseconds, so that the clock's grain does not count.
const variants: readonly Variant[] = [
	{ name: 'engine', times: 4_000, run: () => transform(false) },
	{ name: 'explained', times: 1_000, run: () => transform(true) },
	{ name: 'json', times: 4_000, run: () => JSON.stringify(JSON.parse(text)) },
	{ name: 'jsonata', times: 150, run: withJsonata },
];

async function measure({ times, run, name }: Variant): Promise<number> {
	const start = processorMicroseconds();
	if (name === 'jsonata') for (let i = 0; i < times; i++) await run();
	else for (let i = 0; i < times; i++) run();
	return (processorMicroseconds() - start) / times;
}

function processorMicroseconds(): number {
	const { user, system } = process.cpuUsage();
	return user + system;
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

/** Microseconds of each; the variants take turns, so that all see the same machine. */
async function medians(names: readonly Name[]): Promise<Record<Name, number>> {
	const samples: Record<Name, number[]> = { engine: [], explained: [], jsonata: [], json: [] };
	for (let round = -5; round < ROUNDS; round++) {
		for (const variant of variants.filter(({ name }) => names.some((each) => each === name))) {
			const taken = await measure(variant);
			if (round >= 0) samples[variant.name].push(taken);
		}
	}
	const { engine, explained, jsonata, json } = samples;
	return {
		engine: median(engine),
		explained: median(explained),
		jsonata: median(jsonata),
		json: median(json),
	};
}

function compileMilliseconds(): number {
	const source = JSON.stringify(write);
	const taken: number[] = [];
	for (let i = 0; i < 600; i++) {
		const start = processorMicroseconds();
		compileTransformation(source, { direction: 'write' });
		taken.push((processorMicroseconds() - start) / 1_000);
	}
	return median(taken.slice(300));
}

async function main(): Promise<void> {
	const plain = JSON.parse(JSON.stringify(await withJsonata()));
	deepStrictEqual(JSON.parse(JSON.stringify(transform(false))), plain);
	deepStrictEqual(JSON.parse(JSON.stringify(transform(true))), plain);

	const compared = await medians(['engine', 'json', 'jsonata']);
	const withExplanation = await medians(['engine', 'explained']);
	const ratios = {
		againstJsonata: compared.jsonata / compared.engine,
		againstJson: compared.json / compared.engine,
		explainedAgainstPlain: withExplanation.engine / withExplanation.explained,
	};
	console.log(
		JSON.stringify({
			benchmark: 'transform',
			node: process.version,
			userBytes: text.length,
			microseconds: roundedAll({ ...compared, explained: withExplanation.explained }),
			...roundedAll(ratios),
			compileMilliseconds: rounded(compileMilliseconds()),
			goals: {
				againstJsonata: GOAL_JSONATA,
				againstJsonataLater: AIM_JSONATA,
				againstJson: GOAL_JSON,
				explainedAgainstPlain: GOAL_EXPLAIN,
			},
		}),
	);
	const met =
		ratios.againstJsonata >= GOAL_JSONATA &&
		ratios.againstJson >= GOAL_JSON &&
		ratios.explainedAgainstPlain >= GOAL_EXPLAIN;
	if (!met) process.exitCode = 1;
}

function roundedAll(values: Readonly<Record<string, number>>): Record<string, number> {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, rounded(value)]));
}

function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}

void main();
