import type { IDataObject } from 'n8n-workflow';
import { custom, hintsOf, outputOf, run } from './provisioningTransformBed';

const notice = { entityType: 'user', entityId: '7b1d' };
const copyName = { sourcePath: '$.userName', targetPath: '$.login' };
const write = { user: { mappings: [copyName] } };
const named = (userName: string) => ({ notice, entity: { userName } });

const FAULTY = `{
  "user": {
    "mappings": [
      { "sourcepath": "$.userName", "targetPath": "$.login" },
      { "sourcePath": "$.name.", "targetPath": "$.name" },
      { "constant": "<b>", "targetPath": "$.x", "functions": [{ "function": "<b>" }] }
    ]
  }
}`;

describe('a faulty document', () => {
	const parameters = custom('write', FAULTY);

	test('is refused before anything runs, with every place', async () => {
		const { run: stopped, status } = await run([named('mira.holm')], parameters);
		const { error } = stopped.data.resultData;
		expect(status).toBe('error');
		expect(error).toMatchObject({
			message: expect.stringMatching(
				/^The transformation has \d faults, the first is user\.mappings\[0\]\.sourcepath \(line 4, column 9\): `sourcepath` is not a key of a mapping; did you mean `sourcePath`\?$/,
			),
			context: { itemIndex: 0 },
		});
		const { description } = Object(error);
		expect(description).toContain('<li>user.mappings[1].sourcePath (line 5, column 9): ');
		expect(description).toMatch(/user\.mappings\[2\]\.functions\[0\].*\(line 6, column \d+\)/);
		expect(description).not.toContain('<b>');
	});

	test('with a single fault is told in one sentence', async () => {
		const text = FAULTY.replace('sourcepath', 'sourcePath').replace(/\$\.name\./, '$.name');
		const { error } = await run([named('mira.holm')], custom('write', text));
		expect(error).toMatch(/^The transformation has a fault: user\.mappings\[2\].*\(line 6, /);
	});

	test.each([
		['cut off', '{ "user": ', /line 1, column 11/],
		['empty', '', /the text is empty/],
		['a list', '[]', /an object with one member per entity type/],
	])('that is %s says so', async (_, text, message) => {
		const { error } = await run([named('mira.holm')], custom('write', text));
		expect(error).toMatch(message);
	});

	test('that lacks the id of the source is refused for reading only', async () => {
		const reading = await run([named('mira.holm')], custom('read', write));
		expect(reading.error).toMatch(/user\.mappings .*entityIdSourceSystem/);
		expect((await run([named('mira.holm')], custom('write', write))).status).toBe('success');
	});

	test('fails each item, if the author lets the workflow continue', async () => {
		const items = [named('mira.holm'), named('ben.ode')];
		const output = outputOf(await run(items, parameters, 'continueRegularOutput'), 'write');
		const failed = {
			status: 'failed',
			error: {
				code: 'transformation.invalid',
				message: expect.stringMatching(/line 4, column 9/),
				hint: expect.stringMatching(/\S/),
			},
		};
		expect(output).toEqual([
			{ notice, transformation: failed },
			{ notice, transformation: failed },
		]);
	});
});

test('a document from an expression is taken as it is', async () => {
	const item = { notice, entity: { userName: 'mira.holm' }, document: write };
	const parameters = custom('write', '={{ $json.document }}');
	expect(outputOf(await run([item], parameters), 'write')).toMatchObject([
		{ entity: { login: 'mira.holm' } },
	]);
});

test('what is doubtful in a document is told once', async () => {
	const mappings = [{ constant: 'x', targetPath: '$.login' }, copyName];
	const result = await run([named('a'), named('b')], custom('write', { user: { mappings } }));
	expect(hintsOf(result)).toContainEqual(
		expect.stringMatching(
			/^In the transformation, user\.mappings\[0\]\.targetPath: .* has no effect/,
		),
	);
	expect(new Set(hintsOf(result)).size).toBe(hintsOf(result).length);
});

describe('an item that cannot be mapped', () => {
	const items: IDataObject[] = [named('mira.holm'), { notice, entity: {} }, named('ben.ode')];

	test('stops the node and is named', async () => {
		const { run: stopped } = await run(items, custom('write', write));
		expect(stopped.data.resultData.error).toMatchObject({
			message: expect.stringMatching(/^user\.mappings\[0\]: .*\$\.userName/),
			description: expect.stringMatching(/\S/),
			context: { itemIndex: 1 },
		});
	});

	test('becomes an item among the others, with what was explained so far', async () => {
		const parameters = custom('write', write, { explain: true });
		const result = await run(items, parameters, 'continueRegularOutput');
		const output = outputOf(result, 'write');
		expect(
			output.map(({ transformation }) => Reflect.get(Object(transformation), 'status')),
		).toEqual(['mapped', 'failed', 'mapped']);
		expect(output[1]).toMatchObject({
			notice,
			transformation: { error: { code: 'transformation.failed' } },
			explanation: { mappings: [{ result: 'failed' }] },
		});
		expect(output[1]).not.toHaveProperty('entity');
		expect(result.items('Transform').map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(hintsOf(result)).toContainEqual(expect.stringMatching(/^1 user failed: user\.mappings/));
	});

	test('goes to the error output as it is', async () => {
		const result = await run(items, custom('write', write), 'continueErrorOutput');
		expect(outputOf(result, 'write')).toHaveLength(2);
		expect(outputOf(result, 'write', 1)).toMatchObject([
			{ notice, transformation: { status: 'failed' } },
		]);
		expect(result.items('Transform', 1)).toMatchObject([{ pairedItem: { item: 1 } }]);
	});

	test.each([
		['has neither type nor notice', { userName: 'mira.holm' }, /whether it is a user or a group/],
		['has a notice alone', { notice }, /has no 'entity'/],
	])('%s', async (_, item, message) => {
		const { run: stopped } = await run([item], custom('write', write));
		expect(stopped.data.resultData.error).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(/notice|entity/),
		});
	});

	test('never shows a value in its message', async () => {
		const mappings = [{ ...copyName, functions: [{ function: 'decode', algorithm: 'base32' }] }];
		const { error } = await run([named('s3cret!')], custom('write', { user: { mappings } }));
		expect(error).toMatch(/decode/);
		expect(error).not.toContain('s3cret');
	});
});
