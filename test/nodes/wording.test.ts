/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the sources; not shipped */
// Habits of n8n's nodes (its UX guidelines) beside those in descriptions.test.ts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { choicesOf, flatten, nodes, propertiesOf, ROOT } from './describedPackage';

const FORBIDDEN =
	/\b(?:[Ee]rrors?|[Pp]roblems?|[Ff]ailures?|[Mm]istakes?|[Ss]orry|[Oo]ops|[Pp]lease)\b/;

const files = ['src', 'nodes', 'credentials'].flatMap((folder) =>
	readdirSync(join(ROOT, folder), { recursive: true })
		.map((path) => `${folder}/${String(path)}`)
		.filter((path) => path.endsWith('.ts')),
);

/** Every literal of a file that is a text: several words, of which the last may be inserted. */
function textsIn(path: string): string[] {
	const texts: string[] = [];
	const walk = (node: unknown): void => {
		if (typeof node !== 'object' || node === null) return;
		const { type, value, cooked } = Object(node);
		const text = type === 'StringLiteral' ? value : type === 'TemplateElement' ? cooked : undefined;
		if (typeof text === 'string' && /[a-z,.:'] [a-zA-Z]/.test(text)) texts.push(text);
		for (const inner of Object.values(node)) walk(inner);
	};
	walk(parseSync(readFileSync(join(ROOT, path), 'utf8'), { syntax: 'typescript' }));
	return texts;
}

// A text says what happened and what to do; a word that only worries helps nobody.
test('no text that anybody reads speaks of errors, problems, failures or mistakes', () => {
	const texts = files.flatMap((path) => textsIn(path).map((text) => [path, text] as const));
	expect(texts.length).toBeGreaterThan(500);
	expect(texts.filter(([, text]) => FORBIDDEN.test(text))).toEqual([]);
});

describe.each(nodes.map((loaded) => [loaded.name, loaded] as const))('%s', (_, loaded) => {
	const { description } = loaded.instance;
	const isTrigger = description.group.includes('trigger');
	const properties = propertiesOf(loaded);
	const named = (name: string) => properties.filter((property) => property.name === name);

	test('is a trigger by its name if it is one, and then names its application', () => {
		expect(description.displayName.endsWith(' Trigger')).toBe(isTrigger);
		if (isTrigger) {
			const application = description.displayName.replace(/ Trigger$/, '').replace(/^SAP /, '');
			expect(description.description).toContain(
				application.replace('Identity Directory', 'Local Identity Directory'),
			);
		} else {
			expect(description.description).toMatch(/^(?!Consume)[A-Z][a-z]+ /);
		}
	});

	test('lets nobody write an expression for what decides on other fields', () => {
		const deciding = properties.flatMap(({ displayOptions }) =>
			Object.keys(displayOptions?.show ?? {}).map((name) => name.replace(/^\//, '')),
		);
		for (const property of new Set(deciding.flatMap(named))) {
			if (property.type === 'boolean' || property.type === 'hidden') continue;
			expect([property.name, property.noDataExpression]).toEqual([property.name, true]);
		}
	});

	test('says of each choice more than its name, or nothing', () => {
		const choices = flatten(properties, '').flatMap(([, property]) => choicesOf(property));
		const repeated = choices.filter(
			({ name, action, description: more }) =>
				more !== undefined &&
				[name, action].some((text) => text?.toLowerCase() === more.toLowerCase()),
		);
		expect(repeated).toEqual([]);
	});

	test('asks for a limit of 50 right after Return All, before what narrows the list', () => {
		const names = properties.map(({ name }) => name);
		for (const [position, name] of names.entries()) {
			if (name !== 'returnAll') continue;
			expect(names.slice(position + 1, position + 3)).toEqual(['limit', 'filter']);
			expect(properties[position + 1]?.default).toBe(50);
		}
	});

	test('has at most one notice on the screen, and at the top if it is about the other side', () => {
		const notices = properties.filter(({ type }) => type === 'notice');
		expect(notices.filter(({ displayOptions }) => displayOptions === undefined)).toHaveLength(
			isTrigger ? 1 : 0,
		);
		if (isTrigger) expect(properties[0]?.type).toBe('notice');
	});

	if (!isTrigger) return;
	test('says which of the two URLs is for the application, before and after publishing', () => {
		const panel = description.triggerPanel;
		if (typeof panel !== 'object' || typeof panel.executionsHelp !== 'object')
			throw new Error('It has no panel.');
		const texts = [
			panel.activationHint,
			panel.executionsHelp.inactive,
			panel.executionsHelp.active,
			properties[0]?.displayName,
		];
		for (const text of texts) expect(text).toMatch(/production URL/i);
		expect(description.activationMessage).toContain('production URL');
	});
});

test('whoever chooses a mapping of SAP Jam reads what it is for, in each node that lets choose', () => {
	const said = nodes.flatMap((loaded) =>
		propertiesOf(loaded)
			.filter(({ name }) => name === 'apiVersionNotice')
			.map(({ displayName, displayOptions }) => [loaded.name, displayOptions?.show, displayName]),
	);
	const shown = (apiVersion: string) =>
		expect.objectContaining({ system: ['sap-jam-collaboration'], apiVersion: [apiVersion] });
	for (const name of ['ProvisioningTarget', 'ProvisioningTransform']) {
		expect(said).toContainEqual([
			name,
			shown('connector'),
			expect.stringContaining('Choose the mapping once'),
		]);
		expect(said).toContainEqual([
			name,
			shown('console'),
			expect.stringMatching(/500 users.*Choose the mapping once/),
		]);
	}
});
