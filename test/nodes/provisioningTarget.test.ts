import {
	hintsOf,
	noticeOf,
	outputOf,
	startBed,
	statesOf,
	TARGET_TOKEN,
	type Bed,
} from './provisioningTargetBed';

let bed: Bed;
beforeEach(async () => {
	bed = await startBed();
});
afterEach(() => bed.close());

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

describe('a user of the source', () => {
	test('is created, left alone, updated and disabled', async () => {
		const { id } = await bed.source.createUser(bed.createPerson());
		const sync = async (kind = 'changed') => {
			bed.target.ledger.clear();
			const [item] = outputOf(await bed.run([noticeOf(id, { kind })]));
			return { item, calls: bed.target.ledger.entries.map(({ method }) => method) };
		};

		const created = await sync();
		expect(created.item).toMatchObject({
			outcome: { state: 'created', operation: 'CREATE', system: 'scim-system', entityId: id },
			change: { kind: 'create', request: { method: 'POST', path: '/Users' } },
			notice: noticeOf(id)['notice'],
		});
		// The last one looks for a twin that another run may have made meanwhile.
		expect(created.calls).toEqual(['GET', 'POST', 'GET']);
		expect(bed.target.users()).toMatchObject([{ userName: 'mira.holm', externalId: id }]);

		const unchanged = await sync();
		expect(unchanged.item).toMatchObject({
			outcome: { state: 'alreadyProvisioned', operation: 'NONE' },
			change: { kind: 'none' },
		});
		expect(unchanged.calls).toEqual(['GET']);

		await bed.source.updateUser(id, { displayName: 'Mira Holm-Beck' });
		const updated = await sync();
		expect(updated.item).toMatchObject({ outcome: { state: 'updated', operation: 'PATCH' } });
		expect(bed.target.users()).toMatchObject([{ displayName: 'Mira Holm-Beck' }]);

		await bed.source.deleteUser(id);
		const disabled = await sync('deleted');
		expect(disabled.item).toMatchObject({
			outcome: { state: 'disabled' },
			change: { kind: 'disable' },
		});
		expect(bed.target.users()).toMatchObject([{ userName: 'mira.holm', active: false }]);
	});

	test('C16: is previewed with the very change that a sync makes, and nothing is written', async () => {
		const { id } = await bed.source.createUser(bed.createPerson());
		const steps: Array<[string, string, () => Promise<unknown>]> = [
			['create', 'changed', async () => {}],
			['patch', 'changed', () => bed.source.updateUser(id, { displayName: 'Mira Holm-Beck' })],
			['none', 'changed', async () => {}],
			['disable', 'deleted', () => bed.source.deleteUser(id)],
		];
		for (const [change, kind, happen] of steps) {
			await happen();
			bed.target.ledger.clear();
			const items = [noticeOf(id, { kind })];
			const parameters = { operation: 'preview' };
			const [preview] = outputOf(await bed.run(items, { parameters }), 'preview');
			expect(bed.target.ledger.writes()).toEqual([]);
			const [synced] = outputOf(await bed.run(items));
			expect(synced).toMatchObject({ change: { kind: change } });
			expect(preview?.['change']).toEqual(synced?.['change']);
		}
	});

	test('that is gone is deleted or kept as the policy says', async () => {
		const people = [bed.createPerson(), bed.createPerson()];
		const ids = await Promise.all(people.map(async (one) => (await bed.source.createUser(one)).id));
		await bed.run(ids.map((id) => noticeOf(id)));
		for (const id of ids) await bed.source.deleteUser(id);
		const gone = async (id: string | undefined, onDelete: string) =>
			statesOf(
				outputOf(
					await bed.run([noticeOf(id ?? '', { kind: 'deleted' })], {
						parameters: { policy: { onDelete } },
					}),
				),
			);
		expect(await gone(ids[0], 'keep')).toEqual(['skipped']);
		expect(bed.target.users()).toHaveLength(2);
		expect(await gone(ids[1], 'delete')).toEqual(['deleted']);
		expect(bed.target.users()).toMatchObject([{ externalId: ids[0] }]);
	});
});

describe('the entity on the item', () => {
	const entity = { userName: 'akiko.maruyama', displayName: 'Akiko Maruyama', active: true };

	test('needs no source, and only the place of the entity in the notice', async () => {
		const credentials = {
			provisioningTargetApi: {
				baseUrl: bed.target.url,
				authentication: 'bearer',
				token: TARGET_TOKEN,
			},
		};
		const run = await bed.run([{ notice: { entityId: '40017' }, entity }], {
			parameters: { desiredState: 'item', entityType: 'user' },
			credentials,
		});
		const [item] = outputOf(run);
		expect(item).toMatchObject({ outcome: { state: 'created' }, notice: { entityType: 'user' } });
		expect(bed.target.users()).toMatchObject([{ ...entity, externalId: '40017' }]);
		expect(bed.source.ledger.entries).toEqual([]);
	});

	test('is not needed when the notice says that the user is gone', async () => {
		const parameters = { desiredState: 'item' };
		await bed.run([{ ...noticeOf('40017'), entity }], { parameters });
		const run = await bed.run([noticeOf('40017', { kind: 'deleted' })], { parameters });
		expect(statesOf(outputOf(run))).toEqual(['disabled']);
		expect(bed.target.users()).toMatchObject([{ userName: 'akiko.maruyama', active: false }]);
	});

	test('is written as a transformation with properties says', async () => {
		const transformation = {
			user: {
				mappings: [
					{ sourcePath: '$.userName', targetPath: '$.userName' },
					{ constant: '%company%', targetPath: `$['${ENTERPRISE}']['organization']` },
				],
			},
		};
		for (const transformationJson of [transformation, JSON.stringify(transformation)]) {
			await bed.run([{ ...noticeOf('40018'), entity }], {
				parameters: {
					desiredState: 'item',
					transformation: 'custom',
					transformationJson,
					properties: { property: [{ name: 'company', value: 'Acme Example Ltd' }] },
				},
			});
			expect(bed.target.users()).toMatchObject([
				{ userName: 'akiko.maruyama', [ENTERPRISE]: { organization: 'Acme Example Ltd' } },
			]);
		}
		expect(bed.target.ledger.writes()).toHaveLength(1);
	});
});

test('a read transformation of the author takes the place of the default', async () => {
	const { id } = await bed.source.createUser(bed.createPerson());
	const read = {
		user: {
			mappings: [
				{ sourcePath: '$.id', targetVariable: 'entityIdSourceSystem' },
				{ sourcePath: '$.userName', targetPath: '$.userName' },
				{ constant: 'Contractor', targetPath: '$.userType' },
			],
		},
	};
	await bed.run([noticeOf(id)], {
		parameters: {
			options: { sourceTransformation: 'custom', sourceTransformationJson: JSON.stringify(read) },
		},
	});
	expect(bed.target.users()).toMatchObject([{ userName: 'mira.holm', userType: 'Contractor' }]);
});

test('an account of somebody else waits on the output Held', async () => {
	const { id } = await bed.source.createUser(bed.createPerson());
	await bed.createAccount({ userName: 'mira.holm' });
	const run = await bed.run([noticeOf(id)], { parameters: { policy: { onConflict: 'hold' } } });
	expect(run.json('Target')).toEqual([]);
	expect(run.items('Target', 1)).toMatchObject([
		{ json: { outcome: { state: 'held', entityId: id } }, pairedItem: { item: 0 } },
	]);
	expect(bed.target.users()).toHaveLength(1);
	expect(bed.target.users()[0]).not.toHaveProperty('externalId');
});

test('more deletions than the budget wait on Held until somebody feeds them back', async () => {
	const people = [bed.createPerson(), bed.createPerson()];
	const ids = await Promise.all(people.map(async (one) => (await bed.source.createUser(one)).id));
	await bed.run(ids.map((id) => noticeOf(id)));
	for (const id of ids) await bed.source.deleteUser(id);
	const parameters = { policy: { deletionBudget: 1 } };
	const gone = ids.map((id) => noticeOf(id, { kind: 'deleted' }));
	// Two executions: the budget is that of the connection, not of an execution.
	expect(statesOf((await bed.run(gone.slice(0, 1), { parameters })).json('Target'))).toEqual([
		'disabled',
	]);
	const second = await bed.run(gone.slice(1), { parameters });
	const held = second.json('Target', 1);
	expect(statesOf(outputOf(second))).toEqual(['held']);
	expect(hintsOf(second)).toEqual([expect.stringMatching(/^1 user held: .*deleted within 60 min/)]);
	expect(statesOf((await bed.run(held, { parameters })).json('Target'))).toEqual(['disabled']);
	expect(bed.target.users()).toMatchObject([{ active: false }, { active: false }]);
});

test('what many items have in common is told once', async () => {
	const entities = ['employee', 'external', 'external', 'external'];
	const transformationJson = JSON.stringify({
		user: {
			condition: "$.userType == 'employee'",
			mappings: [{ sourcePath: '$.userName', targetPath: '$.userName' }],
		},
	});
	const items = entities.map((userType, index) => ({
		...noticeOf(`${index}`),
		entity: { userName: `user.${index}`, userType },
	}));
	const run = await bed.run(items, {
		parameters: { desiredState: 'item', transformation: 'custom', transformationJson },
	});
	expect(statesOf(outputOf(run))).toEqual(['created', 'skipped', 'skipped', 'skipped']);
	const [task] = run.run.data.resultData.runData['Target'] ?? [];
	expect(task?.hints).toEqual([
		{ message: expect.stringMatching(/^3 users skipped: /), type: 'info', location: 'outputPane' },
	]);
});
