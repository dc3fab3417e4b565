/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a benchmark measures and prints */
// The measuring half of transform.ts. All variants run in turns; the medians of their processor time are
// compared, because the clock of a busy machine says more about its neighbours.
import { deepStrictEqual } from 'node:assert';
import jsonata from 'jsonata';
import type { JsonObject } from '../src/model/json';
import { identityAuthentication } from '../src/systems/identity-authentication/system';
import { compileTransformation } from '../src/transformation';
import { read, write } from './_documents';
import { readExpression, writeExpression } from './_jsonata';
import { odataUser } from './_user';

const ROUNDS = 41;
const COMPILATIONS = 600;
const COMPILED_AT_ONCE = 50;
const majorVersion = Number(process.versions.node.split('.')[0]);

const GOALS = {
	againstJsonata: 25,
	againstJson: majorVersion >= 24 ? 0.45 : 0.7,
	explainedAgainstPlain: 0.4,
	compileMilliseconds: 2,
};

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

/** As long as the largest documented transformations are, and as a person would paste it. */
const largest = JSON.stringify(identityAuthentication.defaultTransformation('read'), null, 2);

function compileMilliseconds(): number {
	const taken: number[] = [];
	for (let i = 0; i < COMPILATIONS; i++) {
		const start = processorMicroseconds();
		compileTransformation(largest, { direction: 'read' });
		taken.push((processorMicroseconds() - start) / 1_000);
	}
	return median(taken.slice(COMPILATIONS / 2));
}

/** Live memory of one compiled transformation. Its paths are its own: equal ones are shared by all. */
function compiledKilobytes(): number {
	const documents = Array.from({ length: COMPILED_AT_ONCE }, (_, i) =>
		largest.replaceAll('$.', `$.part${i}.`),
	);
	const before = liveHeap();
	const compiled = documents.map((text) => compileTransformation(text, { direction: 'read' }));
	return (liveHeap() - before) / 1_024 / compiled.length;
}

function liveHeap(): number {
	const collect = (globalThis as { gc?: () => void }).gc;
	if (!collect) throw new Error('Node.js needs the option --expose-gc.');
	collect();
	return process.memoryUsage().heapUsed;
}

async function main(): Promise<void> {
	const plain = JSON.parse(JSON.stringify(await withJsonata()));
	deepStrictEqual(JSON.parse(JSON.stringify(transform(false))), plain);
	deepStrictEqual(JSON.parse(JSON.stringify(transform(true))), plain);

	const compared = await medians(['engine', 'json', 'jsonata']);
	const withExplanation = await medians(['engine', 'explained']);
	const reached = {
		againstJsonata: compared.jsonata / compared.engine,
		againstJson: compared.json / compared.engine,
		explainedAgainstPlain: withExplanation.engine / withExplanation.explained,
		compileMilliseconds: compileMilliseconds(),
	};
	console.log(
		JSON.stringify({
			benchmark: 'transform',
			node: process.version,
			userBytes: text.length,
			microseconds: roundedAll({ ...compared, explained: withExplanation.explained }),
			...roundedAll(reached),
			compiledBytes: largest.length,
			compiledKilobytes: Math.round(compiledKilobytes()),
			goals: GOALS,
		}),
	);
	const met =
		reached.againstJsonata >= GOALS.againstJsonata &&
		reached.againstJson >= GOALS.againstJson &&
		reached.explainedAgainstPlain >= GOALS.explainedAgainstPlain &&
		reached.compileMilliseconds < GOALS.compileMilliseconds;
	if (!met) process.exitCode = 1;
}

function roundedAll(values: Readonly<Record<string, number>>): Record<string, number> {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, rounded(value)]));
}

function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}

void main();
