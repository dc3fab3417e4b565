/* The page of the credential describes every kind of authentication and every field, by its name in the form. */
import { ProvisioningTargetApi } from '../../credentials/ProvisioningTargetApi.credentials.js';
import { systems } from '../../src/systems';
import { isTarget } from '../../src/systems/traits';
import { readPage } from '../docs/examples';
import { choicesOf } from '../nodes/describedPackage';

const page = readPage('credentials/provisioning-target-api.md');
const sections = page.split(/^## /m);
const { properties } = new ProvisioningTargetApi();
const fields = properties.filter(({ type }) => type !== 'hidden');
const kinds = fields
	.filter(({ name }) => name === 'authentication')
	.flatMap((property) =>
		choicesOf(property).map(({ name, value }) => [String(name), value] as const),
	);

/** What the first column of the tables of a section names. */
function fieldsOf(section: string): string[] {
	const rows = [...section.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell = '']) => cell);
	return rows.flatMap((cell) => cell.split(', ')).filter((cell) => !/^(field|---)$/.test(cell));
}

test.each(kinds)('%s has a section with its own fields, and no others', (name, value) => {
	const section = sections.find((text) => text.startsWith(`${name}\n`)) ?? '';
	const shown = fields
		.filter(({ displayOptions }) =>
			displayOptions?.show?.['authentication']?.includes(String(value)),
		)
		.map(({ displayName }) => displayName);
	expect(fieldsOf(section).sort()).toEqual([...new Set(shown)].sort());
});

test('fields of every kind stand at the top', () => {
	const shown = fields.filter(({ displayOptions }) => displayOptions === undefined);
	expect(fieldsOf(sections[0] ?? '').sort()).toEqual(
		shown.map(({ displayName }) => displayName).sort(),
	);
});

test('every target has a row with kinds that can be chosen', () => {
	const section = sections.find((text) => text.startsWith('Which kind for which system')) ?? '';
	const rows = section.split('\n').filter((line) => line.startsWith('| '));
	const names = new Set(kinds.map(([name]) => name));
	for (const system of [...systems.values()].filter(isTarget)) {
		const row = rows.find((line) => line.split(' | ')[0]?.includes(system.name)) ?? '';
		expect([system.name, row]).toEqual([system.name, expect.stringContaining('|')]);
	}
	for (const [, name = ''] of section.matchAll(/\*\*([^*]+)\*\*/g)) expect(names).toContain(name);
});
