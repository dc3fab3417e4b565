/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the documented transformations; not shipped */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type JsonObject } from '../../src/model/json';
import { systems } from '../../src/systems';
import { compileTransformation, type MapResult } from '../../src/transformation';
import * as entities from './entities';
import { switchedOn } from './writing';

/** Kept beside the project, not in it. */
const documented = join(__dirname, '../../../shared/data/transformations');

function published(name: string): JsonObject {
	return JSON.parse(readFileSync(join(documented, name), 'utf8'));
}

function output(result: MapResult) {
	return result.status === 'mapped'
		? { entity: result.entity, variables: result.variables }
		: { status: result.status };
}

function defaultOf(id: string, direction: 'read' | 'write', version?: string): JsonObject {
	return systems.get(id)?.defaultTransformation(direction, version) ?? {};
}

const READS = [
	['identity-authentication', '2', entities.directoryUsers, entities.directoryGroups],
	['identity-authentication', '1', entities.usersOfVersion1, entities.groupsOfVersion1],
	['local-identity-directory', '2', entities.directoryUsers, entities.directoryGroups],
	['sap-successfactors', '1', entities.odataUsers, entities.odataGroups],
	['sap-successfactors', '2', entities.workforceUsers, entities.workforceGroups],
	['sap-successfactors-learning', '1', entities.learners, () => []],
] as const;

const PREFIXES: readonly Readonly<Record<string, string>>[] = [{}, { 'sf.group.prefix': 'SF_' }];

/** SAP counts the versions of an application that has only one from 1. */
const fileOf = (id: string, version: string) =>
	`${id}.source.v${id === 'local-identity-directory' ? '1' : version}.json`;

if (!existsSync(documented)) {
	test('the documented transformations are not beside this checkout: not compared', () => {
		expect(existsSync(documented)).toBe(false);
	});
} else {
	describe('our defaults give what the documented ones give', () => {
		test.each(READS)('%s, read, version %s: no difference', (id, version, users, groups) => {
			const document = defaultOf(id, 'read', version);
			const theirDocument = published(fileOf(id, version));
			for (const properties of PREFIXES) {
				const options = { direction: 'read', properties } as const;
				const ours = compileTransformation(switchedOn(document), options);
				const theirs = compileTransformation(switchedOn(theirDocument), options);
				const results = users().map((user) => {
					const result = output(ours.map('user', user));
					expect(result).toEqual(output(theirs.map('user', user)));
					return result;
				});
				expect(results.filter((result) => 'entity' in result).length).toBeGreaterThan(9);
				for (const group of groups()) {
					expect(output(ours.map('group', group))).toEqual(output(theirs.map('group', group)));
				}
			}
		});

		test.each(READS)('%s, read, version %s: groups are switched on or off alike', (id, version) => {
			const isOff = ({ group }: JsonObject) => isObject(group) && group['ignore'] === true;
			const ours = defaultOf(id, 'read', version);
			expect(isOff(ours)).toBe(isOff(published(fileOf(id, version))));
		});
	});
}
