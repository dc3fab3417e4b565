/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the files of the package; not shipped */
// What the user reads: one test of wording and completeness over all nodes and credentials of the package.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { member, type Json } from '../../src/model/json';
import packageJson from '../../package.json';
import {
	choicesOf,
	credentials,
	DOCS,
	flatten,
	nodes,
	propertiesOf,
	ROOT,
	type Loaded,
} from './describedPackage';
import savedNames from './parameterNames.json';
import { renderSubtitle, subtitleCases } from './subtitle';

/** Parameters and choices by node or credential; a change here breaks workflows that people saved. */
const parameterNames: Record<string, Record<string, Array<string | number>>> = savedNames;

const properties = [...nodes, ...credentials].flatMap((loaded) =>
	flatten(propertiesOf(loaded), loaded.name),
);
const seen = properties.filter(([, { type }]) => type !== 'hidden');
const fields = seen.filter(([, { type }]) => type !== 'notice');

const SMALL = /^(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with)$/;
const isTitleCase = (text: string) =>
	text
		.split(/[\s-]+/)
		.every((word, index) => /^[^a-z]/.test(word) || (index > 0 && SMALL.test(word)));

describe.each(fields)('%s', (_, property) => {
	const { displayName, description, hint, placeholder, type } = property;

	test('is in title case', () =>
		expect([displayName, isTitleCase(displayName)]).toEqual([displayName, true]));

	if (['string', 'json', 'number'].includes(type)) {
		test('has a placeholder or a hint', () => {
			expect(placeholder ?? hint).toEqual(expect.stringMatching(/\S/));
		});
	}
	if (type === 'string' && placeholder !== undefined) {
		test('shows a believable value', () => expect(placeholder).toMatch(/^e\.g\. \S/));
	}
	if (type === 'boolean') {
		test('says whether', () => expect(description).toMatch(/^Whether /));
	}
	if (choicesOf(property).length > 0) {
		test('offers choices in title case, of which one is the default', () => {
			const choices = choicesOf(property);
			expect(choices.filter(({ name }) => !isTitleCase(name))).toEqual([]);
			expect(choices.map(({ value }) => value)).toEqual(
				expect.arrayContaining([property.default].flat()),
			);
		});
	}
});

test.each([
	['our own words', /\b(?:Scim|Sap|N8N|N8n|Oauth|Url|Json|Id)\b/],
	['one word for one thing', /\b(?:endpoint URL|record|object|payload|employee|job)\b/i],
	['whole words', /\b(?:info|config|auth|params?|repo|e-mail)\b/i],
])('texts keep to %s', (_, forbidden) => {
	const texts = seen.flatMap(([path, property]) =>
		[property, ...choicesOf(property)].flatMap((part) =>
			[
				'displayName' in part ? part.displayName : part.name,
				part.description,
				'hint' in part ? part.hint : undefined,
			].map((text) => [path, text ?? ''] as const),
		),
	);
	expect(texts.filter(([, text]) => forbidden.test(text))).toEqual([]);
});

describe.each([...nodes, ...credentials])('workflows saved with $name', (loaded) => {
	const saved = parameterNames[loaded.name] ?? {};
	const offered = new Map<string, unknown[]>();
	for (const [path, property] of flatten(propertiesOf(loaded), '')) {
		if (property.type === 'notice') continue;
		// A parameter may stand there more than once, each time with choices of its own.
		const before = offered.get(path.slice(1)) ?? [];
		offered.set(path.slice(1), [...before, ...choicesOf(property).map(({ value }) => value)]);
	}

	test('find their parameters under the same names', () => {
		expect([...offered.keys()].sort()).toEqual(Object.keys(saved).sort());
	});
	test('find their choices', () => {
		for (const [name, values] of Object.entries(saved)) {
			expect([name, offered.get(name)]).toEqual([name, expect.arrayContaining(values)]);
		}
	});
});

function assertIcons({ folder, instance }: Loaded): void {
	const icon = 'description' in instance ? instance.description.icon : instance.icon;
	if (typeof icon !== 'object') throw new Error('There is one icon for light and dark.');
	const [light, dark] = [icon.light, icon.dark].map((file) =>
		readFileSync(join(folder, file.replace(/^file:/, '')), 'utf8'),
	);
	expect(light).not.toEqual(dark);
	for (const svg of [light, dark]) {
		const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg ?? '') ?? [];
		expect(width).toBeDefined();
		expect(width).toBe(height);
		expect(svg).not.toMatch(/<script|href=|<image|<text/);
	}
}

function assertDocumented(url: string | undefined): void {
	expect(url).toEqual(expect.stringMatching(/^https:/));
	expect(url?.startsWith(DOCS)).toBe(true);
	const path = url?.slice(DOCS.length) ?? '';
	expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
}

describe.each(credentials.map((loaded) => [loaded.name, loaded] as const))('%s', (name, loaded) => {
	const { instance } = loaded;

	test('is named after its class', () => {
		expect(instance.name).toBe(name.charAt(0).toLowerCase() + name.slice(1));
		expect(instance.displayName).toMatch(/ API$/);
	});
	test('has two icons', () => assertIcons(loaded));
	test('links to its page', () => assertDocumented(instance.documentationUrl));
	test('can be tested', () => {
		const testers = nodes.flatMap((node) => node.instance.description.credentials ?? []);
		const tested = testers.some((use) => use.name === instance.name && use.testedBy !== undefined);
		expect(instance.test !== undefined || tested).toBe(true);
	});
});

const CATEGORIES = ['Productivity', 'Development', 'Data & Storage', 'Communication', 'Utility'];
const FOUND_BY = ['sap', 'scim', 'ips', 'iam', 'identity', 'provisioning', 'hr', 'joiner'];

describe.each(nodes.map((loaded) => [loaded.name, loaded] as const))('%s', (name, loaded) => {
	const { description } = loaded.instance;
	const isTrigger = description.group.includes('trigger');
	const codex: Json = JSON.parse(readFileSync(join(loaded.folder, `${name}.node.json`), 'utf8'));
	const version = [description.version].flat().at(-1) ?? 1;

	test('carries one name everywhere', () => {
		expect(description.name).toBe(name.charAt(0).toLowerCase() + name.slice(1));
		expect(description.displayName.replace(/\s/g, '').toLowerCase()).toBe(name.toLowerCase());
		expect(description.defaults.name).toBe(description.displayName);
	});
	test('has two icons', () => assertIcons(loaded));
	test('is described in one line without a full stop', () => {
		expect(description.description).toMatch(
			isTrigger ? /^Starts the workflow when / : /^[A-Z]\w+ /,
		);
		expect(description.description).not.toMatch(/\.$|\n/);
	});
	test('is found by what people search for', () => {
		const aliases = member(codex, 'alias');
		const words = Array.isArray(aliases) ? aliases.map((alias) => String(alias).toLowerCase()) : [];
		expect(words).toEqual(expect.arrayContaining(FOUND_BY));
	});
	test('has a complete codex file', () => {
		expect(member(codex, 'node')).toBe(`${packageJson.name}.${description.name}`);
		expect(member(codex, 'nodeVersion')).toBe(`${version}.0`);
		expect(member(codex, 'codexVersion')).toBe('1.0');
		expect(CATEGORIES).toEqual(expect.arrayContaining([member(codex, 'categories')].flat()));
	});
	test('links to its own page and those of its credentials', () => {
		const resources = member(codex, 'resources');
		const urls = (kind: string) => {
			const list = member(resources, kind);
			return Array.isArray(list) ? list.map((entry) => String(member(entry, 'url'))) : [];
		};
		expect(urls('primaryDocumentation')).toHaveLength(1);
		for (const url of urls('primaryDocumentation')) assertDocumented(url);
		const pages = (description.credentials ?? []).map(
			(use) =>
				credentials.find(({ instance }) => instance.name === use.name)?.instance.documentationUrl,
		);
		expect(urls('credentialDocumentation')).toEqual(pages);
	});
	test('may be used as a tool if and only if it is an action', () => {
		expect(description.usableAsTool === true).toBe(!isTrigger);
	});
	test('names each of several outputs', () => {
		const outputs = [description.outputs].flat().length;
		expect(description.outputNames?.length ?? 1).toBe(outputs);
	});
	test('shows its output before the first run', () => {
		const operations = choicesOf(
			description.properties.find((property) => property.name === 'operation') ?? {
				displayName: '',
				name: '',
				type: 'options',
				default: '',
			},
		).map(({ value }) => String(value));
		const files = operations.map((operation) => `v${version}.0.0/${operation}.json`);
		for (const file of files.length > 0 ? files : [`v${version}.0.0.json`]) {
			const schema: Json = JSON.parse(
				readFileSync(join(loaded.folder, '__schema__', file), 'utf8'),
			);
			expect(member(schema, 'type')).toBe('object');
			// What says where to look, or how it ended.
			const members = Object.keys(Object(member(schema, 'properties')));
			expect(members.some((name) => name === 'notice' || name === 'outcome')).toBe(true);
		}
	});
	test('has actions in sentence case, without articles, each once', () => {
		const actions = description.properties
			.flatMap(choicesOf)
			.flatMap(({ action }) => (action === undefined ? [] : [action]));
		expect(new Set(actions).size).toBe(actions.length);
		for (const action of actions) expect(action).toMatch(/^[A-Z][a-z]+(?: (?!an? |the )\S+)+$/);
	});
	if (isTrigger) {
		test('says what it waits for and what comes next', () => {
			expect(description.eventTriggerDescription).toMatch(/^Waiting for you to /);
			expect(description.activationMessage).toMatch(/^You can now /);
		});
	}
	test.each(subtitleCases(description.properties, description.subtitle ?? ''))(
		'has a subtitle for %j',
		(parameters) => {
			const subtitle = renderSubtitle(loaded.instance, parameters);
			expect(subtitle).toMatch(/\S/);
			expect(subtitle).not.toMatch(/undefined|null|\[object|NaN/);
			for (const value of Object.values(parameters).flat()) expect(subtitle).toContain(value);
		},
	);
});
