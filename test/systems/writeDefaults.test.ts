/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the documented transformations; not shipped */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type JsonObject } from '../../src/model/json';
import { systems } from '../../src/systems';
import { compileTransformation } from '../../src/transformation';
import { COMPARISONS, type Difference } from './differences';
import { groups, OPERATIONS, people, switchedOn, write } from './writing';

/** Kept beside the project, not in it. */
const documented = join(__dirname, '../../../shared/data/transformations');

const PREFIX = Object.fromEntries(
	['jam', 'cc', 'workzone', 'fsm', 'uaa'].map((name) => [`${name}.group.prefix`, 'P_']),
);
const PROPERTIES = [{ 'uaa.origin': 'sap.ids' }, { 'uaa.origin': 'sap.ids', ...PREFIX }];

/** Takes the attribute out of both sides; true when they differed there. */
function settle(ours: JsonObject, theirs: JsonObject, { at }: Difference): boolean {
	const [mine, their] = [take(ours, at), take(theirs, at)];
	return JSON.stringify(mine) !== JSON.stringify(their);
}

function take(holder: JsonObject, [name = '', ...rest]: readonly string[]): unknown {
	const value = holder[name];
	if (rest.length > 0) return isObject(value) ? take(value, rest) : undefined;
	delete holder[name];
	return value;
}

function withoutEmpty(value: JsonObject): JsonObject {
	return Object.fromEntries(
		Object.entries(value)
			.map(([name, part]) => [name, isObject(part) ? withoutEmpty(part) : part] as const)
			.filter(([, part]) => !isObject(part) || Object.keys(part).length > 0),
	);
}

if (!existsSync(documented)) {
	test('the documented transformations are not beside this checkout: not compared', () => {
		expect(existsSync(documented)).toBe(false);
	});
} else {
	describe.each(COMPARISONS)('$id, version $version', (comparison) => {
		const document = systems.get(comparison.id)?.defaultTransformation('write', comparison.version);
		const published: JsonObject = JSON.parse(
			readFileSync(join(documented, comparison.file), 'utf8'),
		);

		test.each(['user', 'group'] as const)('%ss: what the documented default gives', (type) => {
			const differences = comparison[type];
			const seen = new Set<Difference>();
			let compared = 0;
			let failed = 0;
			for (const properties of PROPERTIES) {
				const ours = compileTransformation(switchedOn(document ?? {}), { properties });
				const theirs = compileTransformation(switchedOn(published), { properties });
				for (const one of type === 'user' ? people : groups) {
					for (const operation of OPERATIONS) {
						const mine = write(ours, type, one, operation);
						const their = write(theirs, type, one, operation);
						if (comparison.more && their.status === 'failed' && mine.status === 'mapped') {
							failed++;
							continue;
						}
						expect(mine.status).toBe(their.status);
						if (mine.status !== 'mapped' || their.status !== 'mapped') continue;
						for (const difference of differences) {
							if (settle(mine.entity, their.entity, difference)) seen.add(difference);
						}
						expect(withoutEmpty(mine.entity)).toEqual(withoutEmpty(their.entity));
						compared++;
					}
				}
			}
			// A difference that shows nowhere must go from the list.
			expect(differences.filter((difference) => !seen.has(difference))).toEqual([]);
			expect(failed > 0).toBe(type === 'user' && comparison.more !== undefined);
			expect(compared).toBeGreaterThan(published[type] ? 30 : -1);
		});

		test('groups are switched on or off alike', () => {
			const isOff = ({ group }: JsonObject) => isObject(group) && group['ignore'] === true;
			expect(isOff(document ?? {})).toBe(isOff(published));
		});
	});
}
