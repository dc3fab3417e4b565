import { startScimmy } from '../support/scimmy';
import { createBed, type Bed } from './bed';
import { scenarios } from './scenarios';

let bed: Bed;
beforeEach(async () => {
	bed = await createBed(await startScimmy());
});
afterEach(() => bed.close());

test.each(scenarios)('$name', ({ play }) => play(bed));

test('a name that the server cannot search for is refused, and nothing is written', async () => {
	// scimmy 1.3.5 answers 400 to a filter value with an escaped quote.
	const outcome = await bed.run('user', await bed.hire({ userName: 'mira "mo"' }));
	expect(outcome).toMatchObject({
		state: 'failed',
		error: { code: 'request.rejected' },
		repeatable: false,
	});
	expect(bed.writes()).toBe(0);
});
