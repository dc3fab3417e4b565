import type { Entity } from '../../src/model/entity';
import { isObject, type JsonObject } from '../../src/model/json';
import type { Directory } from '../../src/protocols';
import { compileTransformation } from '../../src/transformation';
import { isOtherForm } from '../../src/sync/forms';
import { createMemoryWorld, noticeFor, type MemoryWorld } from './memoryWorld';

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';
const mapped = ['userName', 'displayName', 'title', 'phoneNumbers', 'emails'];
const copies = mapped.map((name) => ({
	sourcePath: `$.${name}`,
	targetPath: `$.${name}`,
	optional: true,
	preserveArrayWithSingleElement: true,
}));
const document = {
	user: { mappings: [{ constant: [SCHEMA], targetPath: '$.schemas' }, ...copies] },
};
const [read, write] = [compileTransformation(document), compileTransformation(document)];

const mira: JsonObject = {
	schemas: [SCHEMA],
	userName: 'Mira.Holm',
	displayName: 'Mira Holm',
	phoneNumbers: [{ value: '+49 (0)30 1234-5', type: 'work' }],
	emails: [{ value: 'Mira.Holm@Example.com', primary: true }],
};

/** Small letters in identifiers, digits in phone numbers, no blanks around; the second e-mail first. */
function normalised(attributes: JsonObject): JsonObject {
	const text = (name: string, change: (value: string) => string): JsonObject => {
		const value = attributes[name];
		return typeof value === 'string' ? { [name]: change(value) } : {};
	};
	const list = (name: string, change: (value: string) => string): JsonObject => {
		const all = attributes[name];
		if (!Array.isArray(all)) return {};
		const changed = all
			.filter(isObject)
			.map((one) => ({ ...one, value: change(`${one['value']}`) }));
		return { [name]: changed.reverse() };
	};
	return {
		...attributes,
		...text('userName', (value) => value.toLowerCase()),
		...text('title', (value) => value.trim()),
		...list('phoneNumbers', (value) => value.replace(/[^\d+]/g, '')),
		...list('emails', (value) => value.toLowerCase()),
	};
}

/** A target that gives what it stores a form of its own. */
function normalising(world: MemoryWorld, inner = world.directories.target): Directory {
	return {
		...inner,
		during: (run) => normalising(world, inner.during(run)),
		async send(type, request, seen): Promise<Entity | undefined> {
			const answer = await inner.send(type, request, seen);
			if (!answer) return answer;
			const attributes = normalised(world.target.get('User', answer.id));
			world.target.replace('User', answer.id, attributes);
			return { ...answer, attributes: world.target.get('User', answer.id) };
		},
	};
}

function begin(person: JsonObject = mira) {
	const world = createMemoryWorld();
	const id = String(world.source.create('User', person)['id']);
	const target = normalising(world);
	const run = () => world.run(noticeFor(id), { read, write, target });
	const change = (attributes: JsonObject) =>
		world.source.replace('User', id, { ...world.source.get('User', id), ...attributes });
	return { world, run, change };
}

test('E28: what the target stores in a form of its own is written once, and told once', async () => {
	const { world, run } = begin();
	const created = await run();
	expect(created.state).toBe('created');
	expect(created.warnings?.join()).toMatch(/stored userName in a form of its own/);
	for (let repeat = 0; repeat < 100; repeat++) {
		const again = await run();
		expect(again).toMatchObject({ state: 'alreadyProvisioned' });
		expect(again).not.toHaveProperty('warnings');
	}
	expect(world.writes).toHaveLength(1);
	expect(world.target.all('User')).toMatchObject([{ userName: 'mira.holm' }]);
});

test('E28: what changes besides is written, and leaves the form alone', async () => {
	const { world, run, change } = begin();
	await run();
	change({ displayName: 'mira holm' });
	expect(await run()).toMatchObject({ state: 'updated', reason: 'displayName differs' });
	change({ userName: 'Mira.Beck' });
	expect(await run()).toMatchObject({ state: 'updated', reason: 'userName differs' });
	expect(await run()).toMatchObject({ state: 'alreadyProvisioned' });
	expect(world.target.all('User')).toMatchObject([
		{ userName: 'mira.beck', displayName: 'mira holm' },
	]);
	expect(world.writes).toHaveLength(3);
});

test('E28: what somebody changes at the target is put right, form or not', async () => {
	const { world, run } = begin();
	await run();
	const [account] = world.target.all('User');
	world.target.replace('User', String(account?.['id']), { ...account, userName: 'MIRA.HOLM' });
	expect(await run()).toMatchObject({ state: 'updated' });
	expect(world.target.all('User')).toMatchObject([{ userName: 'mira.holm' }]);
});

test('what the target has no value of is written, although other forms are known', async () => {
	const { world, run, change } = begin();
	await run();
	change({ title: 'Head of Sales' });
	expect(await run()).toMatchObject({ state: 'updated', reason: 'title differs' });
	expect(world.target.all('User')).toMatchObject([{ title: 'Head of Sales' }]);
});

test('another value is no other form', async () => {
	const { world, run, change } = begin({ ...mira, title: 'Head of Sales' });
	await run();
	const target = normalising(world);
	const dropping: Directory = {
		...target,
		during: () => dropping,
		send: async (type, request, seen) => {
			const answer = await target.send(type, request, seen);
			if (!answer) return answer;
			world.target.replace('User', answer.id, {
				...world.target.get('User', answer.id),
				title: 'Head',
			});
			return { ...answer, attributes: world.target.get('User', answer.id) };
		},
	};
	change({ title: 'Head of Support' });
	const [{ id } = {}] = world.source.all('User');
	expect(await world.run(noticeFor(String(id)), { read, write, target: dropping })).toMatchObject({
		state: 'failed',
		error: { code: 'write.notApplied' },
	});
});

test.each([
	['Mira.Holm', 'mira.holm', true],
	['Head of  Sales ', 'Head of Sales', true],
	['+49 (0)30 1234-5', '+4903012345', true],
	['1.10', '11.0', false],
	['-5', '5', false],
	['a-b@example.com', 'ab@example.com', false],
])('%j for %j: another form %s', (stored, wanted, expected) => {
	expect(isOtherForm(stored, wanted)).toBe(expected);
});
