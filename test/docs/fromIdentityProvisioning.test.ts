import { systems } from '../../index';
import {
	choicesOf,
	credentials,
	flatten,
	nodes,
	propertiesOf,
	type Loaded,
} from '../nodes/describedPackage';
import { readPage } from './examples';

const page = readPage('from-identity-provisioning.md');
const [, table = ''] = page.split('## Property by property\n');
const rows = table
	.split('\n')
	.filter((line) => line.startsWith('| `'))
	.map((line) => line.split(' | '));
const named = rows.flatMap(([names = '']) =>
	[...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
);

/** Every property that a definition reads: in its own fields, or as `%name%` in a transformation. */
function propertiesIn(value: unknown): string[] {
	if (typeof value === 'string') {
		return [...value.matchAll(/%([\w.]+)%/g)].map(([, name = '']) => name);
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => {
		const isName = /^(?:property|pageSizeProperty|select|expand)$/.test(key);
		if (isName && typeof inner === 'string') return inner.includes(',') ? [] : [inner];
		return key === 'filterProperties'
			? Object.values(Object(inner)).map(String)
			: propertiesIn(inner);
	});
}

const pattern = (name: string) =>
	new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);

test('every property that a system reads has a row', () => {
	const read = new Set([...systems.values()].flatMap(propertiesIn));
	expect(read.size).toBeGreaterThan(25);
	const missing = [...read].filter((name) => !named.some((row) => pattern(row).test(name)));
	expect(missing).toEqual([]);
});

test('no property has two rows', () => {
	expect(named.filter((name, position) => named.indexOf(name) !== position)).toEqual([]);
});

test('whatever stands here for it is called so in the editor', () => {
	const namesOf = (one: Loaded) =>
		flatten(propertiesOf(one), one.name).flatMap(([, property]) => [
			property.displayName,
			...choicesOf(property).map(({ name }) => name),
		]);
	const known = new Set([...nodes, ...credentials].flatMap(namesOf));
	// A menu of n8n.
	known.add('Workflow settings').add('Held');
	const said = rows.flatMap((cells) =>
		[
			...cells
				.join(' ')
				.replace(/`[^`]*`/g, '')
				.matchAll(/(?:_([A-Z][^_]+)_|\*\*([A-Z][^*]+)\*\*)/g),
		].map(([, field, choice]) => field ?? choice ?? ''),
	);
	expect(said.length).toBeGreaterThan(20);
	expect(said.filter((name) => !known.has(name))).toEqual([]);
});
