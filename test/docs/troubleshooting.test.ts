/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads a page of the docs; not shipped */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_CODES, OUTCOME_STATES } from '../../index';
import { REFUSALS } from '../../src/endpoint';

const page = readFileSync(join(__dirname, '../../docs/troubleshooting.md'), 'utf8');

/** What stands in the first column of the table under a heading. */
function firstColumn(heading: string): string[] {
	const [, section = ''] = page.split(`## ${heading}\n`);
	const [table = ''] = section.split('\n## ');
	const cells = table
		.split('\n')
		.flatMap((line) => (line.startsWith('| `') ? [line.split('|')[1]] : []));
	return cells
		.slice(1)
		.flatMap((cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

test('each error code is explained once, and none is invented', () => {
	expect(firstColumn('By error code').sort()).toEqual([...ERROR_CODES].sort());
});

test('each state is explained once, and none is invented', () => {
	expect(firstColumn('By state').sort()).toEqual([...OUTCOME_STATES].sort());
});

test('each refusal code is explained once, with its status, and none is invented', () => {
	expect(firstColumn('By refusal code').sort()).toEqual(Object.keys(REFUSALS).sort());
	for (const [code, { status }] of Object.entries(REFUSALS)) {
		const row = page.split('\n').find((line) => line.split('|')[1]?.includes(`\`${code}\``));
		expect([code, row?.split('|')[2]?.trim()]).toEqual([code, String(status)]);
	}
});

test('each warning of a sync is explained', () => {
	const folder = join(__dirname, '../../src/sync');
	const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
	const texts = sources.flatMap((source) =>
		[...source.matchAll(/work\.warn\(\s*(['`])(.+?)\1/g)].map(([, , text = '']) => text),
	);
	expect(texts.length).toBeGreaterThan(3);
	// What is inserted differs from one to the next.
	const parts = texts.flatMap((text) => text.split(/\$\{.*?\}/)).map((part) => part.trim());
	for (const part of parts) expect([part, page.includes(part)]).toEqual([part, true]);
});
