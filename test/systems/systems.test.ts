import { isTarget, isWritable, systems } from '../../src/systems';
import { compileTransformation } from '../../src/transformation';

const all = [...systems.values()];

test('ids are unique and the key of the registry', () => {
	expect([...systems.keys()]).toEqual(all.map(({ id }) => id));
});

describe.each(all)('$id', (system) => {
	test('is a source or a target, and says how', () => {
		expect(system.source !== undefined || isTarget(system)).toBe(true);
		for (const version of system.versions) {
			const { read, write } = version.transformations;
			expect(read !== undefined).toBe(system.source !== undefined);
			expect(write === undefined || system.target !== undefined).toBe(true);
			expect(read !== undefined || isWritable(version)).toBe(true);
			expect(Object.values(version.paths).every((path) => path.startsWith('/'))).toBe(true);
		}
	});

	test('default transformations compile without a warning', () => {
		for (const { version, transformations } of system.versions) {
			for (const direction of ['read', 'write'] as const) {
				if (!transformations[direction]) continue;
				const document = system.defaultTransformation(direction, version);
				expect(compileTransformation(document, { direction }).warnings).toEqual([]);
			}
		}
	});

	test('says by name which version or direction it does not have', () => {
		expect(() => system.defaultTransformation('read', '99')).toThrow(
			`${system.name} has no default read transformation for version '99'`,
		);
	});
});
