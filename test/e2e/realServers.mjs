// The scenarios of test/realServers, which play against scimmy in `npm test`, against a second server.
import { test } from 'node:test';
import { load } from '../../demo/stage.mjs';
import { betterAuthVersion, installBetterAuth } from '../realServers/betterAuth.mjs';

export function describeRealServers({ stage }) {
	test(`@better-auth/scim ${betterAuthVersion}, unmodified, as the target`, async (server) => {
		const start = await installBetterAuth(stage);
		const [{ createBed }, { scenarios }] = await Promise.all(
			['test/realServers/bed.ts', 'test/realServers/scenarios.ts'].map(load),
		);
		for (const { name, play } of scenarios) {
			await server.test(name, async () => {
				const bed = await createBed(await start());
				try {
					await play(bed);
				} finally {
					await bed.close();
				}
			});
		}
	});
}
