import { compileCondition } from '../../src/path';
import { compileTransformation } from '../../src/transformation';
import { createFakeClock } from '../support/clock';
import { startLearning, type Learning } from '../support/learning';
import { connectTo, everyone, pagesOf, queries, systemOf } from './connections';

let learning: Learning;
let clock: ReturnType<typeof createFakeClock>;

async function start(options = {}) {
	clock = createFakeClock();
	learning = await startLearning({ clock, ...options });
}
beforeEach(() => start());
afterEach(() => learning.close());

const directory = (properties = {}) =>
	connectTo('sap-successfactors-learning', learning, { clock, properties });
const read = compileTransformation(
	systemOf('sap-successfactors-learning').defaultTransformation('read'),
	{ direction: 'read' },
);

describe('list', () => {
	test.each([
		[5, 3],
		[4, 2],
		[0, 1],
	])('%i users in pages of two: %i requests', async (users, requests) => {
		for (let count = 0; count < users; count++) learning.enrol();
		expect(await everyone(directory(), 'user', { pageSize: 2 })).toHaveLength(users);
		expect(queries(learning.ledger.entries)).toHaveLength(requests);
		expect(queries(learning.ledger.entries)[0]).toBe('startIndex=1&count=2');
	});

	test.each([5, 4])(
		'row 90: totalResults missing, %i users: the empty page ends it',
		async (users) => {
			await learning.close();
			await start({ uncounted: true });
			for (let count = 0; count < users; count++) learning.enrol();
			expect(await everyone(directory(), 'user', { pageSize: 2 })).toHaveLength(users);
			expect(queries(learning.ledger.entries).at(-1)).toBe(`startIndex=${users + 1}&count=2`);
		},
	);

	test('row 90, D7: a first page that is empty and not counted proves nothing', async () => {
		await learning.close();
		await start({ uncounted: true });
		await expect(everyone(directory(), 'user')).rejects.toMatchObject({
			code: 'answer.unexpected',
		});
	});

	test('D10: who leaves during the read hides nobody: it is read once more', async () => {
		const ids = Array.from({ length: 6 }, () => String(learning.enrol()['id']));
		const seen: string[] = [];
		for await (const page of directory().list('user', { pageSize: 2 })) {
			seen.push(...page.entities.map(({ id }) => id));
			if (seen.length === 2) learning.leave(ids[0] ?? '');
		}
		expect(seen.sort()).toEqual(ids);
	});

	test('the filter is sent as the administrator wrote it', async () => {
		await everyone(
			directory({ 'lms.user.filter': 'externalID eq "7" and active eq "true"' }),
			'user',
			{
				changedSince: '2026-11-03T10:04:11Z',
			},
		);
		expect(queries(learning.ledger.entries)).toEqual([
			'startIndex=1&count=100&filter=externalID eq "7" and active eq "true" and ' +
				'meta.lastModified gt "2026-11-03T10:04:11Z"',
		]);
	});
});

test.each(['EXT 55@01', 'a/b', "o'hara", '100%', 'ä#?', '"'])(
	"rows 25, 91: the id '%s' is one encoded segment",
	async (id) => {
		learning.enrol({ id });
		expect((await directory().get('user', id))?.id).toBe(id);
		expect(learning.ledger.entries[0]?.path).toMatch(/\/ias\/Users\/[^/?# "]+$/);
	},
);

test('row 92: without e-mail and family name a user is read; the condition of SAP filters it', async () => {
	const { id } = learning.enrol({ emails: null, name: { givenName: 'Tilo' } });
	const found = await directory().get('user', String(id));
	const mapped = read.map('user', found?.attributes ?? {});
	expect(mapped).toMatchObject({ status: 'mapped', entity: { name: { givenName: 'Tilo' } } });
	const condition = compileCondition(
		'($.emails[0].value EMPTY false) && ($.name.familyName EMPTY false)',
	);
	expect(condition.test(found?.attributes ?? {})).toBe(false);
	expect(condition.test(learning.enrol())).toBe(true);
});

test('row 93: calls from two items go out one at a time, half a second apart', async () => {
	const ids = [1, 2, 3].map(() => String(learning.enrol()['id']));
	const source = directory();
	const found = await Promise.all(ids.map((id) => source.get('user', id)));
	expect(found.map((entity) => entity?.id)).toEqual(ids);
	expect(learning.mostAtOnce()).toBe(1);
	const times = learning.ledger.entries.map(({ time }) => time);
	expect(times.slice(1).map((time, place) => time - (times[place] ?? 0))).toEqual([500, 500]);
});

test('there are no groups, and nothing is asked for them', async () => {
	for (const ask of [
		() => directory().get('group', '1'),
		() => directory().check('group'),
		() => pagesOf(directory(), 'group'),
	]) {
		await expect(ask()).rejects.toMatchObject({
			code: 'configuration.invalid',
			message: expect.stringContaining('no groups'),
		});
	}
	expect(learning.ledger.entries).toEqual([]);
});

test('by user name, and by an id that the API does not take', async () => {
	const { id, userName } = learning.enrol();
	expect((await directory().get('user', String(userName), 'userName'))?.id).toBe(id);
	learning.setFaults({ path: '/Users/', do: 'status(400)' });
	expect((await directory().get('user', String(userName), 'other'))?.id).toBe(id);
});
