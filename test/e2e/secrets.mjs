import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { databaseFiles, findTraces } from './canaries.mjs';

export function describeSecrets({ stage, n8n, world, published, triggers }) {
	// And what hostile callers have guessed.
	const canaries = triggers.flatMap(({ secrets }) => secrets).concat('canary-guess-4711');

	describe('secrets and people', () => {
		test('the search finds what is there: an id in the stored executions', async () => {
			assert.ok((await published.executions()).length > 0);
			await n8n.stop();
			const traces = await findTraces(await databaseFiles(n8n.userFolder), [world.jonas]);
			assert.notDeepEqual(traces, []);
		});

		test('no password is in the database or in the log', async () => {
			const files = [...(await databaseFiles(n8n.userFolder)), stage.logFile];
			assert.deepEqual(await findTraces(files, [...world.secrets, ...canaries]), []);
		});

		test('no person is in the log', async () => {
			const people = [world.mira, world.source.user(world.jonas)].map(({ userName }) => userName);
			assert.deepEqual(await findTraces([stage.logFile], people), []);
		});
	});
}
