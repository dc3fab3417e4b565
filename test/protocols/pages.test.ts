import type { Page } from '../../src/protocols';
import { walkPages, type ProtocolPage, type ReadPage } from '../../src/protocols/pages';

const page = (ids: string, next?: string, total?: number): ProtocolPage => ({
	entities: ids.split('').map((id) => ({ type: 'user', id, attributes: {} })),
	next,
	total,
});

/** Answers by cursor; each page may be asked for several times. */
function reader(pages: Record<string, ProtocolPage | ProtocolPage[]>) {
	const asked: string[] = [];
	const read: ReadPage = async (cursor = 'first') => {
		asked.push(cursor);
		const answer = pages[cursor];
		const [now] = Array.isArray(answer) ? answer.splice(0, answer.length > 1 ? 1 : 0) : [answer];
		return now ?? (Array.isArray(answer) ? answer[0] : undefined) ?? page('');
	};
	return { asked, read };
}

async function collect(pages: AsyncIterable<Page>, limit = 50): Promise<Page[]> {
	const all: Page[] = [];
	for await (const one of pages) {
		all.push(one);
		if (all.length === limit) break;
	}
	return all;
}

const ids = (pages: readonly Page[]) =>
	pages.map(({ entities }) => entities.map(({ id }) => id).join('')).join(' ');

const walk = (passes: ReadPage[], more: { byPosition?: boolean; startAfter?: string } = {}) =>
	walkPages({ system: 'Test', passes, byPosition: false, ...more });

test('an entity that slips to the next page is given once', async () => {
	const { read } = reader({ first: page('ab', 'n1'), n1: page('bc', 'n2'), n2: page('d') });
	expect(ids(await collect(walk([read])))).toBe('ab c d');
});

test('nothing is asked for before the page in front of it is done with', async () => {
	const { read, asked } = reader({ first: page('a', 'n1'), n1: page('b', 'n2') });
	await collect(walk([read]), 1);
	expect(asked).toEqual(['first']);
});

test.each([
	['the same page for ever', { first: page('a', 'n1'), n1: page('b', 'n1') }],
	['a circle', { first: page('a', 'n1'), n1: page('b', 'n2'), n2: page('c', 'n1') }],
	['a position that the server does not regard', { first: page('a', 'n1'), n1: page('a', 'n2') }],
])('row 57: %s stops with an error', async (_, pages) => {
	await expect(collect(walk([reader(pages).read]))).rejects.toMatchObject({
		code: 'answer.unexpected',
		retryable: true,
	});
});

test('D10: totals that differ let pages by position be read once more, and only the rest given', async () => {
	const { read, asked } = reader({
		first: [page('ab', 'n1', 4), page('bc', 'n1', 3)],
		n1: [page('d', undefined, 3), page('d', undefined, 3)],
	});
	expect(ids(await collect(walk([read], { byPosition: true })))).toBe('ab d c ');
	expect(asked).toEqual(['first', 'n1', 'first', 'n1']);
});

test('pages by id stay where they are: totals that differ cost nothing', async () => {
	const { read, asked } = reader({ first: page('ab', 'n1', 3), n1: page('c', undefined, 2) });
	await collect(walk([read]));
	expect(asked).toEqual(['first', 'n1']);
});

test('a second pass adds whom the first left out', async () => {
	const first = reader({ first: page('ab', 'n1'), n1: page('c') });
	const second = reader({ first: page('cd') });
	expect(ids(await collect(walk([first.read, second.read])))).toBe('ab c d');
});

test('a list goes on behind any of its pages', async () => {
	const all = () => [
		reader({ first: page('ab', 'n:1'), 'n:1': page('c') }).read,
		reader({ first: page('d') }).read,
	];
	const pages = await collect(walk(all()));
	expect(pages.map(({ next }) => next)).toEqual(['0:n:1', '1:', undefined]);
	expect(ids(await collect(walk(all(), { startAfter: pages[0]?.next })))).toBe('c d');
	expect(ids(await collect(walk(all(), { startAfter: pages[1]?.next })))).toBe('d');
	await expect(collect(walk(all(), { startAfter: 'elsewhere' }))).rejects.toMatchObject({
		code: 'configuration.invalid',
	});
});

test('row 96: a list that breaks throws behind the pages that came', async () => {
	const { read } = reader({ first: page('a', 'n1') });
	const broken: ReadPage = async (cursor) => {
		if (cursor) throw new Error('broken');
		return read(cursor);
	};
	const seen: string[] = [];
	const reading = async () => {
		for await (const one of walk([broken])) seen.push(ids([one]));
	};
	await expect(reading()).rejects.toThrow('broken');
	expect(seen).toEqual(['a']);
});
