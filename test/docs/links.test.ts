/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the documentation; not shipped */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { REFUSALS } from '../../src/endpoint';
import { nodes } from '../nodes/describedPackage';
import { TRIGGERS } from '../nodes/triggers';

const ROOT = join(__dirname, '../..');
const pages = [
	...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'workflows/README.md'],
	...readdirSync(join(ROOT, 'docs'), { recursive: true })
		.map((path) => `docs/${String(path)}`)
		.filter((path) => path.endsWith('.md')),
];
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const anchorOf = (heading: string) =>
	heading
		.toLowerCase()
		.replace(/[^\w\s-]/g, '')
		.trim()
		.replaceAll(' ', '-');
const anchorsIn = (text: string) =>
	[...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

test.each(pages)('every link of %s leads somewhere', (path) => {
	const links = [...read(path).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(
		([, link = '']) => link,
	);
	for (const link of links) {
		const [file = '', anchor] = link.split('#');
		const target = file === '' ? join(ROOT, path) : join(ROOT, dirname(path), file);
		expect([link, existsSync(target)]).toEqual([link, true]);
		if (anchor === undefined) continue;
		expect([link, anchorsIn(readFileSync(target, 'utf8'))]).toEqual([
			link,
			expect.arrayContaining([anchor]),
		]);
	}
});

test('the index leads to every page', () => {
	const links = [...read('docs/README.md').matchAll(/\]\(([^)#\s]+)\)/g)].map(([, link]) => link);
	const listed = new Set(links.map((link = '') => join('docs', link)));
	const unlisted = pages.filter((page) => page.startsWith('docs/') && !listed.has(page));
	expect(unlisted).toEqual(['docs/README.md']);
});

test('the page of each node shows its parameters, in a picture that no other page has', () => {
	const shown = pages.flatMap((page) =>
		[...read(page).matchAll(/!\[[^\]]+\]\(([^)]+\.png)\)/g)].map(([, path = '']) => [
			join(dirname(page), path),
			page,
		]),
	);
	const expected = readdirSync(join(ROOT, 'docs/images')).map((file) => [
		`docs/images/${file}`,
		file === 'first-sync.png' ? 'README.md' : `docs/nodes/${file.replace('.png', '.md')}`,
	]);
	expect(shown.sort()).toEqual(expected.sort());
	expect(expected).toHaveLength(nodes.length + 1);
});

describe.each(TRIGGERS)('the page of $system', ({ page }) => {
	const text = read(`docs/sources/${page}.md`);

	test.each([
		'Click by click',
		'What the connection test does',
		'What the application does not report',
		'Changing the secrets',
		'When nothing arrives',
	])('says: %s', (heading) => expect(text).toMatch(new RegExp(`^## .*${heading.slice(-12)}`, 'm')));

	test('names only codes that n8n logs', () => {
		const said = [...text.matchAll(/n8n logs ((?:`\w+`(?:, | or )?)+)/g)]
			.flatMap(([, list = '']) => [...list.matchAll(/`(\w+)`/g)])
			.map(([, code = '']) => code);
		expect(said.length).toBeGreaterThan(1);
		expect(said.filter((code) => !Object.hasOwn(REFUSALS, code))).toEqual([]);
	});

	test('row 51: says what an unpublished workflow looks like', () => {
		expect(text).toMatch(/logs nothing \| .*the workflow is not published/);
	});
});
