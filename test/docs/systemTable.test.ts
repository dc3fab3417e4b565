/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads and, if told to, writes the README; not shipped */
// The README's table of systems is the registry's. `UPDATE_README=1 npx jest test/docs/systemTable` writes it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systems, type System } from '../../index';

const ROOT = join(__dirname, '../..');
const README = join(ROOT, 'README.md');
const BEGIN = '<!-- systems:begin -->\n\n';
const END = '\n<!-- systems:end -->';

const sourcePage = (id: string) => `docs/sources/${id}.md`;
const TARGET_PAGE = 'docs/credentials/provisioning-target-api.md';

function sourceOf({ id, source }: System): string {
	return source ? `[yes](${sourcePage(id)})` : '-';
}

function rowOf(system: System): string {
	const { id, name, versions, target, entityTypes } = system;
	// A system that is told of changes has no traits of an account store.
	const isTarget =
		target !== undefined || versions.some(({ protocol }) => protocol === 'real-time');
	return [
		name,
		`\`${id}\``,
		versions.map(({ version }) => version).join(', '),
		entityTypes.map((type) => `${type}s`).join(', '),
		sourceOf(system),
		isTarget ? `[yes](${TARGET_PAGE})` : '-',
	].join(' | ');
}

function table(): string {
	const rows = [...systems.values()].map((system) => `| ${rowOf(system)} |\n`);
	return `| system | id | API versions | entities | source | target |\n| --- | --- | --- | --- | --- | --- |\n${rows.join('')}`;
}

test('the README lists the systems of the registry', () => {
	const readme = readFileSync(README, 'utf8');
	const [before = '', rest = ''] = readme.split(BEGIN);
	const [shown, after = ''] = rest.split(END);
	if (process.env['UPDATE_README']) {
		if (shown === undefined || after === '') throw new Error('The marks are not in the README.');
		writeFileSync(README, `${before}${BEGIN}${table()}${END}${after}`);
	} else {
		expect(shown).toBe(table());
	}
});

test('every source has its page', () => {
	for (const { id, source } of systems.values()) {
		if (source) expect([id, existsSync(join(ROOT, sourcePage(id)))]).toEqual([id, true]);
	}
});
