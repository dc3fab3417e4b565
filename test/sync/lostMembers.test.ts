import { seededRandom } from '../support/random';
import { count, seeds } from './counts';
import { createMemoryWorld, membership, noticeFor } from './memoryWorld';
import { createSwitchboard } from './switchboard';

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:';

test('F3, goal 11: 8 writers on one group at a target that loses updates lose no member', async () => {
	for (const seed of seeds(count(8, 100))) {
		const random = seededRandom(seed);
		const board = createSwitchboard(random);
		const world = createMemoryWorld({ random, pause: board.pause, losesUpdates: true });
		const people = seeds(10).map((number) =>
			world.source.create('User', { schemas: [`${SCHEMA}User`], userName: `person-${number}` }),
		);
		const group = world.source.create('Group', {
			schemas: [`${SCHEMA}Group`],
			displayName: 'Sales',
		});
		const id = String(group['id']);
		for (const person of people) await board.play([world.run(noticeFor(String(person['id'])))]);
		await board.play([world.run(noticeFor(id, { entityType: 'group' }))]);

		const writer = async () => {
			const members = people
				.filter(() => random() < 0.5)
				.map((person) => ({ value: person['id'] ?? null }));
			world.source.replace('Group', id, { ...world.source.get('Group', id), members });
			let outcome = await world.run(noticeFor(id, { entityType: 'group' }));
			for (let again = 0; outcome.repeatable && again < 10; again++) {
				outcome = await world.run(noticeFor(id, { entityType: 'group' }));
			}
		};
		await board.play(Array.from({ length: 8 }, writer));
		expect({ seed, ...membership(world.target) }).toEqual({ seed, ...membership(world.source) });
	}
});
