import { systems } from '../../src/systems';
import { custom, hintsOf, outputOf, run } from './provisioningTransformBed';

const ACME = { property: [{ name: 'company', value: 'ACME' }] };
const notice = { system: 'identity-authentication', entityType: 'user', entityId: '7b1d' };
const person = { id: '7b1d', userName: 'mira.holm', active: true };
const sap = 'urn:ietf:params:scim:schemas:extension:sap:2.0:User';

const read = {
	user: {
		mappings: [
			{ sourcePath: '$.id', targetVariable: 'entityIdSourceSystem' },
			{ sourcePath: '$.userName', targetPath: '$.userName' },
		],
	},
};
const write = {
	user: {
		condition: "$.userType === 'Employee' || $.active == true",
		mappings: [
			{ sourceVariable: 'entityIdTargetSystem', targetPath: '$.id' },
			{ sourcePath: '$.userName', targetPath: '$.login' },
			{ constant: '%company%', targetPath: '$.company' },
			{ constant: 'changeMe', targetPath: '$.password', scope: 'createEntity' },
			{ constant: false, targetPath: '$.enabled', scope: 'deleteEntity' },
		],
	},
};

const defaults = [...systems.values()].flatMap(({ id, versions }) =>
	versions.flatMap(({ version, transformations }) =>
		(['read', 'write'] as const)
			.filter((direction) => transformations[direction] !== undefined)
			.map((direction) => [direction, id, version] as const),
	),
);

test.each(defaults)(
	'%s: the default of %s, version %s, runs',
	async (operation, id, apiVersion) => {
		const parameters = { operation, system: id, apiVersion, explain: true };
		const result = await run([{ notice, entity: {} }], parameters, 'continueRegularOutput');
		expect(outputOf(result, operation)).toMatchObject([{ explanation: { entityType: 'user' } }]);
	},
);

describe('reading', () => {
	test('takes the default of a system, and keeps the notice', async () => {
		const entity = {
			...person,
			schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
			emails: [{ value: 'mira.holm@example.com', primary: true }],
			[sap]: { userId: 'P000001', userUuid: '7b1d' },
		};
		const [item] = outputOf(
			await run([{ notice, entity, entityOrigin: 'source' }], { operation: 'read' }),
			'read',
		);
		expect(item).toEqual({
			notice,
			entity: expect.objectContaining({
				userName: 'mira.holm',
				emails: entity.emails,
				[sap]: entity[sap],
			}),
			variables: { entityIdSourceSystem: '7b1d' },
			transformation: { status: 'mapped' },
		});
	});

	test('takes an item that is the entity itself', async () => {
		const parameters = custom('read', read, { entityType: 'user' });
		const [item] = outputOf(await run([person], parameters), 'read');
		expect(item).toEqual({
			entity: { userName: 'mira.holm' },
			variables: { entityIdSourceSystem: '7b1d' },
			transformation: { status: 'mapped' },
		});
	});
});

describe('writing', () => {
	test.each([
		['create', {}, { login: 'mira.holm', company: 'ACME', password: 'changeMe' }],
		['update', { entityIdTargetSystem: '42' }, { id: '42', login: 'mira.holm', company: 'ACME' }],
		['delete', { entityIdTargetSystem: '42' }, { enabled: false }],
	])('for %s runs the mappings of its scope', async (writeOperation, variables, entity) => {
		const parameters = custom('write', write, { writeOperation, properties: ACME });
		const [item] = outputOf(
			await run([{ notice, entity: person, variables }], parameters),
			'write',
		);
		expect(item).toMatchObject({ notice, transformation: { status: 'mapped' } });
		expect(item?.['entity']).toEqual(entity);
	});

	test('takes the default of a system', async () => {
		const parameters = { operation: 'write', system: 'scim-system' };
		const [item] = outputOf(await run([{ notice, entity: person }], parameters), 'write');
		expect(item).toMatchObject({ entity: { userName: 'mira.holm', active: true } });
		expect(item?.['entity']).not.toHaveProperty('id');
	});

	test('knows the time', async () => {
		const mappings = [
			{ condition: "$.validTo < '${currentDate}'", constant: false, targetPath: '$.active' },
		];
		const parameters = custom('write', { user: { mappings } }, { entityType: 'user' });
		const items = outputOf(
			await run([{ validTo: '2001-01-01' }, { validTo: '9999-01-01' }], parameters),
			'write',
		);
		expect(items.map(({ entity }) => entity)).toEqual([{ active: false }, {}]);
	});

	test('resolves no ids, and says so', async () => {
		const document = {
			group: {
				mappings: [
					{
						sourcePath: '$.members[*].value',
						preserveArrayWithSingleElement: true,
						functions: [{ function: 'resolveEntityIds' }],
						targetPath: '$.members[?(@.value)]',
					},
				],
			},
		};
		const parameters = custom('write', document, { entityType: 'group' });
		const result = await run([{ members: [{ value: 'u1' }] }], parameters);
		expect(outputOf(result, 'write')).toMatchObject([
			{
				entity: { members: [] },
				transformation: { warnings: [expect.stringMatching(/not known in the target/)] },
			},
		]);
		expect(hintsOf(result)).toContainEqual(expect.stringMatching(/^1 group with a warning: /));
	});
});

describe('a skipped user', () => {
	const leaver = { userName: 'ben.ode', userType: 'Guest', active: false };
	const items = [leaver, { ...leaver, userName: 'ada.kim' }, person].map((entity) => ({
		notice,
		entity,
	}));
	const parameters = (more = {}) => custom('write', write, { properties: ACME, ...more });

	test('leaves without an entity, with the reason, and is counted', async () => {
		const result = await run(items, parameters());
		const skipped = {
			notice,
			transformation: {
				status: 'skipped',
				reason: `Entity condition [${write.user.condition}] is not fulfilled`,
			},
		};
		const output = outputOf(result, 'write');
		expect(output).toEqual([skipped, skipped, expect.objectContaining({ notice })]);
		expect(hintsOf(result)).toEqual([`2 users skipped: ${skipped.transformation.reason}`]);
	});

	test('names the false part of the condition with its values, when it is explained', async () => {
		const [item] = outputOf(await run(items, parameters({ explain: true })), 'write');
		expect(item).toMatchObject({
			explanation: {
				entityType: 'user',
				condition: {
					text: write.user.condition,
					result: false,
					parts: [
						{
							text: "$.userType === 'Employee'",
							result: false,
							values: [{ path: '$.userType', value: 'Guest' }],
						},
						{
							text: '$.active == true',
							result: false,
							values: [{ path: '$.active', value: false }],
						},
					],
				},
				mappings: [],
			},
		});
	});

	test('is dropped if the author wants it, and the rest stays paired', async () => {
		const result = await run(items, parameters({ options: { dropSkipped: true } }));
		expect(result.items('Transform')).toMatchObject([{ pairedItem: { item: 2 } }]);
	});

	test('is left alone by the next transformation', async () => {
		const skipped = outputOf(await run(items, parameters()), 'write').slice(0, 1);
		expect(outputOf(await run(skipped, parameters()), 'write')).toEqual(skipped);
		const dropping = parameters({ options: { dropSkipped: true } });
		expect(outputOf(await run(skipped, dropping), 'write')).toEqual([]);
	});

	test.each([
		['skipped', { readSkipped: { reason: 'not active' } }],
		['could not read', { readError: { code: 'request.notFound', message: 'gone', hint: 'look' } }],
	])('passes through when Provisioning Source %s it', async (_, why) => {
		const notice = { entityType: 'user', entityId: '42' };
		const ended = { notice, entityOrigin: 'none', ...why };
		expect((await run([ended], parameters())).json('Transform')).toEqual([ended]);
	});

	test('may have no mappings at all', async () => {
		const result = await run(items, parameters({ entityType: 'group' }));
		expect(outputOf(result, 'write')[0]).toMatchObject({
			transformation: { reason: 'The transformation has no mappings for entity type [group]' },
		});
	});
});

test('an explanation has a row for each mapping', async () => {
	const mappings = [
		{ sourcePath: '$.userName', targetPath: '$.login' },
		{ condition: '$.active == false', constant: 'old', targetPath: '$.login' },
		{
			sourcePath: '$.userName',
			functions: [{ function: 'toUpperCaseString' }],
			targetPath: '$.login',
		},
	];
	const parameters = custom('write', { user: { mappings } }, { explain: true });
	const [item] = outputOf(await run([{ notice, entity: person }], parameters), 'write');
	expect(item).toMatchObject({
		entity: { login: 'MIRA.HOLM' },
		explanation: {
			operation: 'create',
			mappings: [
				{ mapping: 0, read: 'mira.holm', result: 'written', written: 'mira.holm' },
				{
					mapping: 1,
					result: 'leftOut',
					because: 'condition [$.active == false] is not fulfilled',
					condition: { parts: [{ values: [{ path: '$.active', value: true }] }] },
				},
				{
					mapping: 2,
					functions: [{ function: 'toUpperCaseString', result: 'MIRA.HOLM' }],
					written: 'MIRA.HOLM',
					overwrote: 'mira.holm',
				},
			],
		},
	});
});
