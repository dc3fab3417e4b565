/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the examples; not shipped */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../src/model/json';
import { systems } from '../../src/systems';
import { compileTransformation } from '../../src/transformation';

/** One entity as a write transformation gets it, and what it makes of it. */
interface Example {
	readonly why: string;
	readonly version: string;
	readonly type: 'user' | 'group';
	readonly operation: 'create' | 'update' | 'delete';
	readonly properties?: Readonly<Record<string, string>>;
	readonly variables?: JsonObject;
	readonly entity: JsonObject;
	/** Or it is left out. */
	readonly expected?: JsonObject;
	readonly status?: 'skipped';
}

const targets = [...systems.values()].filter(({ versions }) =>
	versions.some(({ transformations }) => transformations.write),
);

const fileOf = (id: string) => join(__dirname, 'golden', `${id}.json`);

function examplesOf(id: string): Example[] {
	return existsSync(fileOf(id)) ? JSON.parse(readFileSync(fileOf(id), 'utf8')) : [];
}

/** Everybody is there but who is called unknown; ids of groups begin with `g`. */
function resolve(id: string, type: string): string | undefined {
	if (id === 'unknown' || id.startsWith('g') !== (type === 'group')) return undefined;
	return `there-${id}`;
}

describe.each(targets)('$id', ({ id, versions, defaultTransformation }) => {
	const examples = examplesOf(id);

	test('has worked examples for each default of its own', () => {
		const written = versions.filter(({ transformations }) => transformations.write);
		const shown = new Set(examples.map(({ version }) => version));
		expect(written.map(({ version }) => version).filter((one) => !shown.has(one))).toEqual([]);
	});

	test.each(examples.map((example) => ({ ...example, test: example.why })))(
		'version $version, $operation $type: $test',
		({ version, type, operation, properties = {}, variables = {}, entity, ...rest }) => {
			const document = defaultTransformation('write', version);
			const transformation = compileTransformation(document, { direction: 'write', properties });
			const known: JsonObject = operation === 'create' ? {} : { entityIdTargetSystem: '42' };
			const result = transformation.map(type, entity, {
				operation,
				resolve,
				variables: { ...variables, ...known },
			});
			expect(result).toMatchObject({ status: rest.status ?? 'mapped' });
			if (rest.expected) expect(result).toHaveProperty('entity', rest.expected);
		},
	);
});
