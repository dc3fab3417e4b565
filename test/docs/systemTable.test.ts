/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads and, if told to, writes the documentation; not shipped */
// The tables of systems are the registry's. `UPDATE_DOCS=1 npx jest test/docs/systemTable` writes them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systems } from '../../index';
import { isTarget, isTold, isWritable } from '../../src/systems';
import { choicesOf, credentials, propertiesOf } from '../nodes/describedPackage';
import { LIVES } from '../conformance/lives';
import { kindsOfRow, listOfTargets, tableOfSystems, tableOfTarget, targets } from './systemTable';

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

test.each(['docs/README.md', 'docs/enable-real-time-provisioning.md'])(
	'%s leads to every target',
	(path) => {
		expectTable(path, 'targets', listOfTargets(systems.values()));
	},
);

test('every source has its page', () => {
	for (const { id, source } of systems.values()) {
		if (source) expect([id, existsSync(join(ROOT, `docs/sources/${id}.md`))]).toEqual([id, true]);
	}
});

/** The names of the kinds that a credential lets choose from. */
const kindsIn = (credential: string) =>
	credentials
		.filter(({ name }) => name === credential)
		.flatMap(propertiesOf)
		.filter(({ name }) => name === 'authentication')
		.flatMap(choicesOf)
		.map(({ name }) => name);

test.each([...systems.values()].map((system) => [system.name, system] as const))(
	'%s: kinds of authentication bear the names of the credentials',
	(_, system) => {
		const { calls, reads, writes } = kindsOfRow(system, read);
		expect(kindsIn('RealTimeEndpointApi')).toEqual(expect.arrayContaining([...calls]));
		expect(kindsIn('ProvisioningSourceApi')).toEqual(expect.arrayContaining([...reads]));
		expect(kindsIn('ProvisioningTargetApi')).toEqual(expect.arrayContaining([...writes]));
		expect([calls, reads].map((kinds) => kinds.length > 0)).toEqual(
			[system.source, system.source].map((source) => source !== undefined),
		);
		expect(writes.length > 0).toBe(isTarget(system));
	},
);

// What is done there is played in test/conformance, authentication in test/nodes/systemTable.test.ts.
test.each(targets(systems.values()).map((system) => [system.name, system] as const))(
	'%s: a test lives through what the row promises',
	(_, system) => {
		if (isTold(system)) return;
		const lives = LIVES.filter((life) => life.system === system.id);
		const played = lives.map(({ apiVersion }) => apiVersion ?? system.versions[0].version);
		const written = system.versions.filter(isWritable).map(({ version }) => version);
		expect(played.sort()).toEqual(written.sort());
		expect(lives.some(({ groups }) => groups)).toBe(system.entityTypes.includes('group'));
	},
);

describe.each(targets(systems.values()).map((system) => [system.name, system] as const))(
	'the page of %s as a target',
	(_, system) => {
		const path = `docs/systems/${system.id}.md`;

		test('has the facts of the registry', () => expectTable(path, 'facts', tableOfTarget(system)));

		test.each(['Click by click', 'What is particular'])('says: %s', (heading) => {
			expect(read(path)).toContain(`\n## ${heading}\n`);
		});
	},
);
