/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads documents from disk; not shipped */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../src/model/json';
import type { Direction } from '../../src/transformation';
import { compileTransformation } from '../../src/transformation';
import { entityFor } from './generatedEntity';
import { faultsOf, isRefusal } from './refusal';

const folder = join(__dirname, '../../../shared/data/transformations');
const isThere = existsSync(folder);
const names = isThere ? readdirSync(folder).filter((name) => name !== 'index.json') : [];

/** Documents that are refused, and the place that makes them so. */
const refused: Readonly<Record<string, readonly string[]>> = {
	// A write transformation under the heading of a source: no id is set, and ids are resolved.
	'sap-btp-platform-members-cloud-foundry.source.v1-b.json': [
		'/user/mappings',
		'/group/mappings',
		'/group/mappings/2/functions/0',
	],
};

function directionOf(name: string): Direction {
	return /\.(source|proxy-read)\./.test(name) ? 'read' : 'write';
}

function compile(name: string) {
	const text = readFileSync(join(folder, name), 'utf8');
	return compileTransformation(text, {
		direction: directionOf(name),
		now: () => 1_700_000_000_000,
		random: (size) => new Uint8Array(size).map((_, index) => index * 37),
	});
}

if (isThere) {
	describe('published documents', testPublished);
} else {
	test('the published documents are not on this machine: ../shared/data has to lie beside the project', () => {
		expect(names).toHaveLength(0);
	});
}

function testPublished(): void {
	const accepted = names.filter((name) => !Object.hasOwn(refused, name));

	test('there are 157 of them', () => {
		expect(names).toHaveLength(157);
	});

	test.each(Object.entries(refused))('%s is refused where it is wrong', (name, pointers) => {
		const faults = faultsOf(() => compile(name));
		expect(faults.map(({ pointer }) => pointer)).toEqual(pointers);
		expect(faults.every(({ line }) => line !== undefined)).toBe(true);
	});

	test.each(accepted)('%s compiles and maps generated entities', (name) => {
		const transformation = compile(name);
		const document: Json = JSON.parse(readFileSync(join(folder, name), 'utf8'));
		for (const entityType of transformation.entityTypes) {
			for (const seed of [1, 2, 3]) {
				const entity = entityFor(document, entityType, seed);
				for (const operation of ['create', 'update', 'patch', 'delete'] as const) {
					const context = {
						operation,
						variables: {
							entityIdTargetSystem: 't1',
							entityBaseLocation: 'https://example.com/Users/',
						},
						resolve: (id: string) => `resolved-${id}`,
					};
					const plain = transformation.map(entityType, entity, context);
					const explained = transformation.map(entityType, entity, { ...context, explain: true });
					expect({ ...explained, explanation: undefined }).toEqual(plain);
					if (plain.status === 'failed') {
						expect(isRefusal(plain.error)).toBe(true);
						expect(plain.error.message).toMatch(/mappings\[\d+\]|patchEntity/);
					}
				}
			}
		}
	});
}
