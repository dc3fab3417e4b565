import { openEmbeddedHost } from '../../demo/embedded';
import { runStory } from '../../demo/story';
import { tableLine } from '../../demo/table';
import { openWorld } from '../../demo/world';
import manifest from '../../package.json';

describe('story of the demo in the engine of n8n', () => {
	it('has every row as expected', async () => {
		const host = await openEmbeddedHost(manifest, async (path) => await import(`../../${path}`));
		const world = await openWorld();
		try {
			const { rows } = await runStory(host, world);
			const surprises = rows.filter(({ expected }) => !expected).map(tableLine);
			expect(surprises).toEqual([]);
			expect(rows).toHaveLength(9);
		} finally {
			await host.close();
			await world.close();
		}
	}, 30_000);
});
