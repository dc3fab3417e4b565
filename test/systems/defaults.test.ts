/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the documented transformations; not shipped */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../src/model/json';
import { systems } from '../../src/systems';
import { compileTransformation, type MapResult } from '../../src/transformation';
import { createPeople } from '../support/people';

const SAP = 'urn:ietf:params:scim:schemas:extension:sap:2.0:User';
const SAP_ODM = 'urn:ietf:params:scim:schemas:extension:sap.odm:2.0:User';
const CUSTOM = 'urn:sap:cloud:scim:schemas:extension:custom:2.0:User';

/** Kept beside the project, not in it. */
const documented = join(__dirname, '../../../shared/data/transformations');

function people(count: number): JsonObject[] {
	const next = createPeople(7);
	return Array.from({ length: count }, (_, place): JsonObject => {
		const id = `00000000-0000-4000-8000-0000000000${String(place).padStart(2, '0')}`;
		return {
			...next(),
			id,
			schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
			meta: { created: '2026-03-02T08:15:00Z' },
			active: place % 3 !== 0,
			groups: [{ value: `g${place}`, type: 'direct' }],
			[SAP]: { userId: `P0001${place}`, userUuid: id, status: 'active', sourceSystem: 0 },
			...(place % 2 && { displayName: '', company: 'Acme' }),
			...(place % 4 === 1 && { [CUSTOM]: { attributes: [{ name: 'c1', value: 'x' }] } }),
			...(place % 5 === 0 && { [SAP_ODM]: { jobDetails: [{ job: 'x' }], costCenter: 'c' } }),
		};
	});
}

function published(name: string): JsonObject {
	return JSON.parse(readFileSync(join(documented, name), 'utf8'));
}

function output(result: MapResult) {
	return result.status === 'mapped'
		? { entity: result.entity, variables: result.variables }
		: { status: result.status };
}

if (!existsSync(documented)) {
	test('the documented transformations are not beside this checkout: not compared', () => {
		expect(existsSync(documented)).toBe(false);
	});
} else {
	describe('our defaults give what the documented ones give', () => {
		const read = systems.get('identity-authentication')?.defaultTransformation('read') ?? {};
		const write = systems.get('scim-system')?.defaultTransformation('write') ?? {};

		test('identity-authentication, read, version 2: no difference', () => {
			const ours = compileTransformation(read, { direction: 'read' });
			const theirs = compileTransformation(published('identity-authentication.source.v2.json'));
			for (const person of people(20)) {
				expect(output(ours.map('user', person))).toEqual(output(theirs.map('user', person)));
			}
			const group = {
				id: 'g',
				displayName: 'Sales',
				members: [{ value: 'u', type: 'User' }],
				'urn:sap:cloud:scim:schemas:extension:custom:2.0:Group': { name: 'SALES' },
				'urn:ietf:params:scim:schemas:extension:sap:2.0:Group': { type: 'userGroup' },
			};
			expect(output(ours.map('group', group))).toEqual(output(theirs.map('group', group)));
		});

		test.each(['create', 'update'] as const)(
			'scim-system, write, %s: the same but for what a server of unknown make does not know',
			(operation) => {
				const reading = compileTransformation(read, { direction: 'read' });
				const ours = compileTransformation(write, { direction: 'write' });
				const theirs = compileTransformation(published('scim-system.target.v1.json'));
				const variables: JsonObject = operation === 'update' ? { entityIdTargetSystem: '42' } : {};
				for (const person of people(20)) {
					const mapped = reading.map('user', person);
					if (mapped.status !== 'mapped') throw new Error('not mapped');
					const expected = output(theirs.map('user', mapped.entity, { operation, variables }));
					// SAP's extensions and the read-only groups are left out, and so are their schemas:
					// an attribute that a server drops would look changed with every notice.
					for (const name of [SAP, SAP_ODM, CUSTOM, 'groups']) delete expected.entity?.[name];
					if (expected.entity) {
						expected.entity['schemas'] = ['urn:ietf:params:scim:schemas:core:2.0:User'];
					}
					const actual = output(ours.map('user', mapped.entity, { operation, variables }));
					expect(actual).toEqual(expected);
				}
			},
		);
	});
}
