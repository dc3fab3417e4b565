/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads and, if told to, writes the documentation; not shipped */
// The tables of systems are the registry's. `UPDATE_DOCS=1 npx jest test/docs/systemTable` writes them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systems } from '../../index';
import { choicesOf, credentials, propertiesOf } from '../nodes/describedPackage';
import {
	authenticationOn,
	listOfTargets,
	tableOfSystems,
	tableOfTarget,
	targets,
} from './systemTable';

const ROOT = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

function expectTable(path: string, mark: string, table: string): void {
	const text = read(path);
	const begin = `<!-- ${mark}:begin -->\n\n`;
	const end = `\n<!-- ${mark}:end -->`;
	const [before = '', rest = ''] = text.split(begin);
	const [shown, after] = rest.split(end);
	if (after === undefined) throw new Error(`The marks of ${mark} are not in ${path}.`);
	if (process.env['UPDATE_DOCS']) {
		writeFileSync(join(ROOT, path), `${before}${begin}${table}${end}${after}`);
	} else {
		expect(shown).toBe(table);
	}
}

test('the README lists the systems of the registry', () => {
	expectTable('README.md', 'systems', tableOfSystems(systems.values(), read));
});

test('the page to start with leads to every target', () => {
	expectTable('docs/enable-real-time-provisioning.md', 'targets', listOfTargets(systems.values()));
});

test('every source has its page', () => {
	for (const { id, source } of systems.values()) {
		if (source) expect([id, existsSync(join(ROOT, `docs/sources/${id}.md`))]).toEqual([id, true]);
	}
});

const kinds = credentials
	.filter(({ name }) => name === 'ProvisioningTargetApi')
	.flatMap(propertiesOf)
	.filter(({ name }) => name === 'authentication')
	.flatMap(choicesOf)
	.map(({ name }) => name);

describe.each(targets(systems.values()).map((system) => [system.name, system] as const))(
	'the page of %s as a target',
	(_, system) => {
		const path = `docs/systems/${system.id}.md`;

		test('has the facts of the registry', () => expectTable(path, 'facts', tableOfTarget(system)));

		test('names kinds of authentication as the credential does', () => {
			const named = authenticationOn(read(path));
			expect(named.length).toBeGreaterThan(0);
			expect(kinds).toEqual(expect.arrayContaining(named));
		});

		test.each(['Click by click', 'What is particular'])('says: %s', (heading) => {
			expect(read(path)).toContain(`\n## ${heading}\n`);
		});
	},
);
