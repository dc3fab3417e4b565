import { createLandscape } from './landscape';

test('D15: the test user of Learning is written, because Learning then looks for it at the target', async () => {
	const land = await createLandscape();
	try {
		const id = await land.hire();
		const notice = { test: true, system: 'sap-successfactors-learning' };
		expect(await land.run(id, notice)).toMatchObject({ state: 'created' });
		expect(await land.run(id, { ...notice, system: 'sap-successfactors' })).toMatchObject({
			state: 'skipped',
		});
	} finally {
		await land.close();
	}
});
