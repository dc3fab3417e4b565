import { compileTransformation } from '../../src/transformation';
import { createMemoryWorld, noticeFor } from './memoryWorld';

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';
const kinds = ['LowercaseLetters', 'UppercaseLetters', 'Digits', 'SpecialSymbols'];
const randomPassword = {
	function: 'randomPassword',
	passwordLength: 16,
	...Object.fromEntries(kinds.map((kind) => [`minimumNumberOf${kind}`, 1])),
};

let time = 0;
const write = compileTransformation(
	{
		user: {
			mappings: [
				{ constant: [SCHEMA], targetPath: '$.schemas' },
				{ sourcePath: '$.userName', targetPath: '$.userName' },
				{ targetPath: '$.password', functions: [randomPassword] },
				{ sourceVariable: 'currentDate', targetPath: '$.title', scope: 'createEntity' },
			],
		},
	},
	{ now: () => (time += 1_000) },
);

function hire() {
	const world = createMemoryWorld();
	const person = { schemas: [SCHEMA], userName: 'mira' };
	const id = String(world.source.create('User', person)['id']);
	return { world, notice: noticeFor(id) };
}

test('H10: what is made anew each time is sent with the first write, and never again', async () => {
	const { world, notice } = hire();
	expect(await world.run(notice, { write })).toMatchObject({ state: 'created' });
	const [account] = world.target.all('User');
	expect(account).toMatchObject({
		password: expect.stringMatching(/^.{16}$/),
		title: expect.any(String),
	});
	for (let repeat = 0; repeat < 3; repeat++) {
		expect(await world.run(notice, { write })).toMatchObject({ state: 'alreadyProvisioned' });
	}
	expect(world.writes).toEqual(['POST /Users']);
	expect(world.target.all('User')).toEqual([account]);
});

test('H9: a password is sent and stands on no item, and an approved change need not have the same', async () => {
	const { world, notice } = hire();
	const withoutDate = compileTransformation({
		user: {
			mappings: [
				{ constant: [SCHEMA], targetPath: '$.schemas' },
				{ sourcePath: '$.userName', targetPath: '$.userName' },
				{ targetPath: '$.password', functions: [randomPassword] },
			],
		},
	});
	const preview = await world.run(notice, { write: withoutDate, preview: true });
	const previewed = preview.change;
	expect(previewed?.request?.body).toMatchObject({ userName: 'mira', password: '********' });
	const outcome = await world.run(notice, { write: withoutDate, previewed });
	expect(outcome.state).toBe('created');
	const password = String(world.target.all('User')[0]?.['password']);
	expect(password).toMatch(/^.{16}$/);
	expect(JSON.stringify(outcome)).not.toContain(password);
});
