import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	startIdentityAuthentication,
	type IdentityAuthentication,
} from '../support/identityAuthentication';
import { createPeople } from '../support/people';
import { hintsOf, outputOf, run } from './provisioningSourceBed';

let source: IdentityAuthentication;
beforeEach(async () => {
	source = await startIdentityAuthentication();
});
afterEach(() => source.close());

const person = createPeople();
const GONE = '00000000-0000-4000-8000-000000000000';

describe('three items, of which the middle one is about nobody', () => {
	const parameters = { operation: 'get', entityId: '={{ $json.id }}' };
	async function threeItems() {
		const first = await source.createUser(person());
		const last = await source.createUser(person());
		return [{ id: first.id }, { id: GONE }, { id: last.id }];
	}
	const failed = {
		notice: { entityId: GONE, system: 'identity-authentication' },
		entityOrigin: 'none',
		readError: { code: 'request.notFound', hint: expect.stringMatching(/\S/) },
	};

	test('stop the node at that item, with what to do', async () => {
		const { run: ran } = await run(source, parameters, { items: await threeItems() });
		expect(ran.data.resultData.error).toMatchObject({
			name: 'NodeApiError',
			message: 'Identity Authentication shows no user with this ID',
			description: expect.stringContaining('API Version'),
			context: { itemIndex: 1 },
		});
	});

	test('all leave the node when it continues, each paired with its own', async () => {
		const setting = { items: await threeItems(), onError: 'continueRegularOutput' } as const;
		const ran = await run(source, parameters, setting);
		expect(ran.status).toBe('success');
		const [first, second, third] = outputOf(ran, 'get');
		expect(second).toMatchObject(failed);
		expect([first, third]).toMatchObject([{ entityOrigin: 'source' }, { entityOrigin: 'source' }]);
		expect(ran.items('Source').map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2].map((item) => ({ item })),
		);
	});

	test('leave the failed one on the error output', async () => {
		const setting = { items: await threeItems(), onError: 'continueErrorOutput' } as const;
		const ran = await run(source, parameters, setting);
		expect(outputOf(ran, 'get')).toHaveLength(2);
		expect(ran.json('Source', 1)).toMatchObject([failed]);
		expect(ran.items('Source', 1)).toMatchObject([{ pairedItem: { item: 1 } }]);
	});
});

test('a user of a list that cannot be transformed does not stop the others', async () => {
	await source.createUser({ ...person(), userType: 'employee' });
	await source.createUser({ ...person(), nickName: 'Jo' });
	const transformationJson = JSON.stringify({
		user: {
			mappings: [
				{ sourcePath: '$.id', targetVariable: 'entityIdSourceSystem' },
				{ sourcePath: '$.userName', targetPath: '$.userName' },
				{ sourcePath: '$.nickName', targetPath: '$.nickName' },
			],
		},
	});
	const parameters = { operation: 'getMany', transformation: 'custom', transformationJson };
	const stopped = await run(source, parameters);
	expect(stopped.error).toContain('nickName');

	const ran = await run(source, parameters, { onError: 'continueRegularOutput' });
	expect(outputOf(ran)).toMatchObject([
		{ entityOrigin: 'none', readError: { code: 'transformation.failed' } },
		{ entity: { nickName: 'Jo' } },
	]);
	expect(hintsOf(ran)).toEqual([expect.stringMatching(/^1 user failed: /)]);
});

test.each<[string, INodeParameters, IDataObject, string]>([
	['no ID and no notice', { operation: 'get' }, {}, "no 'notice'"],
	['no entity type', { operation: 'getMany', entityType: 'fromItem' }, {}, 'user or a group'],
	['no time', { operation: 'getChanged', changedSince: '={{ "" }}' }, {}, "'Changed Since'"],
	['no limit', { operation: 'getMany', limit: '={{ "many" }}' }, {}, "'Limit'"],
	['half a time', { operation: 'getChanged', changedSince: 'yesterday' }, {}, "'Changed Since'"],
	[
		'a transformation that is none',
		{
			operation: 'getMany',
			transformation: 'custom',
			transformationJson: '{ "user": { "mappings": [{ "sourcepath": "$.id" }] } }',
		},
		{},
		'did you mean `sourcePath`?',
	],
	[
		'a filter that the application does not know',
		{ operation: 'getMany', filter: 'userName like' },
		{},
		'Identity Authentication',
	],
])('%s: the item says so', async (_, parameters, item, message) => {
	const ran = await run(source, parameters, { items: [item] });
	const { error } = ran.run.data.resultData;
	expect(error?.message).toContain(message);
	expect(error?.description).toMatch(/\S/);
});

test('a list that breaks off fails, and who is on its first page is not taken for all', async () => {
	for (let number = 0; number < 101; number++) await source.createUser(person());
	source.setFaults({ path: /startId=(?!initial)/, do: 'status(400)' });
	const ran = await run(source, { operation: 'getMany', returnAll: true });
	expect(ran.status).toBe('error');

	const parameters = { operation: 'getMany', returnAll: true };
	const going = await run(source, parameters, { onError: 'continueRegularOutput' });
	expect(going.json('Source').at(-1)).toMatchObject({ readError: { code: 'request.rejected' } });
});
