/* Names in the documentation: ours are those of the editor, all others are those of SAP's consoles. */
import { REFUSALS } from '../../src/endpoint';
import { readEventMessage } from '../../src/endpoint/soap';
import {
	choicesOf,
	credentials,
	flatten,
	nodes,
	propertiesOf,
	type Loaded,
} from '../nodes/describedPackage';
import { TRIGGERS } from '../nodes/triggers';
import { soapNotice } from '../support/soapNotice';
import { readPage } from './examples';

const ITALIC = /(?<![\w*])\*([^*\n]+)\*(?!\*)/g;
const italicsIn = (text: string) => [...text.matchAll(ITALIC)].map(([, name = '']) => name);

/** Display names of all fields and choices of a node or credential. */
function namesOf(one: Loaded): string[] {
	return flatten(propertiesOf(one), one.name).flatMap(([, property]) => [
		property.displayName,
		...choicesOf(property).map(({ name }) => name),
	]);
}

const OURS = new Set([...nodes, ...credentials].flatMap(namesOf));
const endpoint = credentials.find(({ name }) => name === 'RealTimeEndpointApi');
const OF_CREDENTIAL = new Set(endpoint === undefined ? [] : namesOf(endpoint));

/** Menus, buttons, fields and states of the applications, as SAP writes them. */
const SAPS = new Set([
	...['Users & Authorizations', 'Real-Time Provisioning', 'Add', 'Identity Provisioning'],
	...['Test Connection', 'Provision', 'Provision Users', 'User Management', 'Manage Users'],
	...['SAP Jam', 'Basic', 'Admin Center', 'Security Center', 'SAP Cloud Root CA'],
	...['Integration Service Registration Center', 'Identity Provisioning Service'],
	...['Manage Identity Provisioning Real Time Sync', 'Enable Real Time Sync', 'Onboarding'],
	'Monitoring Tool for Identity Authentication / Identity Provisioning',
	...['Event Subscription Management', 'Execution Manager', 'Pre-delivered integrations'],
	...['Real-time Sync', 'Completed Successfully', 'pending'],
	...['Learning Administration', 'System Administration', 'Configuration', 'System Configuration'],
	...['SAP CLOUD IDENTITY SERVICES', 'Security', 'Test Now'],
	'Activate Identity Authentication Integration',
	'Test Real-time User Creation',
]);
/** Systems of an example. */
const EXAMPLES = new Set(['A', 'n8n']);

describe.each(TRIGGERS)('the page of $system', ({ page }) => {
	const text = readPage(`sources/${page}.md`).replace(/\n */g, ' ');

	test('names fields as the editor does, and what else is italic is of SAP', () => {
		const strange = italicsIn(text).filter(
			(name) => !OURS.has(name) && !SAPS.has(name) && !EXAMPLES.has(name),
		);
		expect(strange).toEqual([]);
	});

	test('names fields that the credential has', () => {
		const lists = text.matchAll(/((?:\*[^*]+\*(?:, | and )?)+) of the credential/g);
		const named = [...lists].flatMap(([, list = '']) => italicsIn(list));
		expect(named.length).toBeGreaterThan(0);
		expect(named.filter((name) => !OF_CREDENTIAL.has(name))).toEqual([]);
	});
});

describe('the page of the triggers', () => {
	const text = readPage('nodes/triggers.md');
	const firstCells = (head: string) => {
		const [, table = ''] =
			new RegExp(`\\| ${head} \\|[^\\n]*\\n\\|[- |]*\\n((?:\\|.*\\n)+)`).exec(text) ?? [];
		return [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = '']) => cell.split(', '));
	};
	const shown = TRIGGERS.flatMap(({ name }) => nodes.filter((node) => node.name === name)).flatMap(
		propertiesOf,
	);
	const visible = shown.filter(({ type }) => type !== 'hidden' && type !== 'notice');
	const isOptions = ({ name }: { name: string }) => name === 'options';

	test('names every parameter, and no other', () => {
		const names = visible
			.filter((property) => !isOptions(property) && property.name !== 'transformationJson')
			.map(({ displayName }) => displayName);
		expect(new Set(firstCells('parameter'))).toEqual(new Set(names));
	});

	test('names every option, and no other', () => {
		const names = visible
			.filter(isOptions)
			.flatMap((options) => flatten([options], ''))
			.map(([, property]) => property)
			.filter((property) => !isOptions(property) && property.type !== 'hidden')
			.map(({ displayName }) => displayName);
		expect(new Set(firstCells('option'))).toEqual(new Set(names));
	});

	test('explains every code that n8n logs, at its status', () => {
		const rows = [...text.matchAll(/^\| (\d{3}(?:, \d{3})*) \| (.*?) \|/gm)];
		const explained = rows.flatMap(([, statuses = '', codes = '']) =>
			[...codes.matchAll(/`(\w+)`/g)].map(([, code = '']) => [code, statuses.split(', ')] as const),
		);
		expect(explained.map(([code]) => code).sort()).toEqual(Object.keys(REFUSALS).sort());
		for (const [code, statuses] of explained) {
			const { status } = Object.entries(REFUSALS).find(([name]) => name === code)?.[1] ?? {};
			expect([code, statuses]).toEqual([code, expect.arrayContaining([String(status)])]);
		}
	});
});

test('row 87: what the page shows for the day of a future event is on the item', () => {
	const page = readPage('nodes/sap-successfactors-trigger.md');
	const named = [...page.matchAll(/\$json\.event\.(\w+)/g)].map(([, name = '']) => name);
	const [entry] = readEventMessage(soapNotice({ effective: 'future' })).entries;
	expect(named.sort()).toEqual(['effective', 'effectiveStartDate']);
	expect(Object.keys(entry?.event ?? {})).toEqual(expect.arrayContaining(named));
	expect(entry?.event).toMatchObject({ effective: 'future', effectiveStartDate: '2026-12-01' });
});
