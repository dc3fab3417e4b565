/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads a file of the repository */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedHost } from '../../demo/embedded';
import { PROMISES, ROWS_OF_PROMISE, type Promised } from '../../demo/promises';
import { runStory } from '../../demo/story';
import { tableLine, type Row } from '../../demo/table';
import { openWorld } from '../../demo/world';
import manifest from '../../package.json';
import { skipWaits } from '../support/clock';

async function play(without: readonly Promised[] = []): Promise<readonly Row[]> {
	const host = await openEmbeddedHost(manifest, async (path) => await import(`../../${path}`));
	const world = await openWorld();
	try {
		return (await runStory(host, world, { without })).rows;
	} finally {
		await host.close();
		await world.close();
	}
}

beforeAll(skipWaits);

const isSurprise = ({ expected }: Row) => !expected;

describe('story of the demo in the engine of n8n', () => {
	it('has every row as expected', async () => {
		const rows = await play();
		expect(rows.filter(isSurprise).map(tableLine)).toEqual([]);
		expect(rows).toHaveLength(14);
	}, 120_000);

	it('has no promise that its rows would not miss', async () => {
		const rows = await play(PROMISES);
		const missed = PROMISES.flatMap((promise) => ROWS_OF_PROMISE[promise]);
		expect(rows.filter(isSurprise).map(({ number }) => number)).toEqual(
			missed.sort((a, b) => a - b),
		);
	}, 120_000);
});

test('the demo tells of every promise that can be left out', () => {
	const usage = readFileSync(join(__dirname, '../../demo/run.mjs'), 'utf8');
	const [, listed = ''] = /--without P[^:]*: ([^-]*?)\n {2}--/.exec(usage) ?? [];
	expect(listed.split(/[,\s]+/)).toEqual(PROMISES);
});
