import type { ChangeNotice, IdKind } from '../../src/model/notice';
import type { Outcome } from '../../src/model/outcome';
import { sync } from '../../src/sync';
import { compileTransformation } from '../../src/transformation';
import { connectTo, systemOf } from '../protocols/connections';
import type { Authentication } from '../support/authentication';
import { createFakeClock } from '../support/clock';
import type { Fault } from '../support/faults';
import { startFaultyScim, type FaultyScim } from '../support/faultyScim';
import { startIdentityAuthentication } from '../support/identityAuthentication';
import { startLearning } from '../support/learning';
import type { Ledger } from '../support/ledger';
import { createPeople } from '../support/people';
import { startSuccessFactors } from '../support/successFactors';

/** A source application with one person, as its administrator sees it. */
interface Application {
	readonly url: string;
	readonly authentication: Authentication;
	/** As the notice may name the person. */
	readonly ids: readonly (readonly [string, IdKind])[];
	/** As the target has to know the person. */
	readonly sourceId: string;
	leave(): Promise<unknown> | void;
	/** The next looks at the person find nobody. */
	hide(): void;
	setFaults(...faults: readonly Fault[]): void;
	readonly ledger: Ledger;
	close(): Promise<void>;
}

const hideByPath = (server: Pick<Application, 'setFaults'>) => () =>
	server.setFaults({ path: '/Users/', nth: [1, 2], do: 'status(404)' });

type Start = (clock: ReturnType<typeof createFakeClock>) => Promise<Application>;

const identityAuthentication =
	(version: 1 | 2): Start =>
	async (clock) => {
		const tenant = await startIdentityAuthentication({ clock });
		const { id } = await tenant.createUser(createPeople()());
		const uuid = [id, 'uuid'] as const;
		const pUser = ['P000123', 'pUser'] as const;
		const ids = version === 1 ? [pUser, uuid] : [uuid, pUser];
		const sourceId = version === 1 ? 'P000123' : id;
		const leave = () => tenant.deleteUser(id);
		return { ...tenant, ids, sourceId, leave, hide: hideByPath(tenant) };
	};

const successFactors =
	(version: 1 | 2): Start =>
	async (clock) => {
		const tenant = await startSuccessFactors({ clock });
		const one = tenant.hire({ status: 'e' });
		const ids = [
			version === 1 ? ([one.userId, 'number'] as const) : ([one.uuid, 'uuid'] as const),
			[one.perPersonUuid, 'guid32'],
			[one.username, 'other'],
		] as const;
		const sourceId = version === 1 ? one.perPersonUuid : one.uuid;
		const leave = () => tenant.leave(one.userId);
		const hide = version === 1 ? () => tenant.hideFrom(5) : hideByPath(tenant);
		return { ...tenant, ids, sourceId, leave, hide };
	};

const learning: Start = async (clock) => {
	const application = await startLearning({ clock });
	const id = String(application.enrol({ id: 'EXT 55@01' })['id']);
	return {
		...application,
		ids: [[id, 'other']],
		sourceId: id,
		leave: () => application.leave(id),
		hide: hideByPath(application),
	};
};

const SOURCES: readonly (readonly [id: string, version: string, start: Start])[] = [
	['identity-authentication', '2', identityAuthentication(2)],
	['identity-authentication', '1', identityAuthentication(1)],
	['local-identity-directory', '2', identityAuthentication(2)],
	['sap-successfactors', '1', successFactors(1)],
	['sap-successfactors', '2', successFactors(2)],
	['sap-successfactors-learning', '1', learning],
];

const write = compileTransformation(systemOf('scim-system').defaultTransformation('write'), {
	direction: 'write',
});

describe.each(SOURCES)('%s, version %s', (id, apiVersion, start) => {
	let clock: ReturnType<typeof createFakeClock>;
	let application: Application;
	let target: FaultyScim;
	beforeEach(async () => {
		clock = createFakeClock();
		application = await start(clock);
		target = await startFaultyScim({ clock });
	});
	afterEach(() => Promise.all([application.close(), target.close()]));

	function run([entityId, idKind]: readonly [string, IdKind], kind: ChangeNotice['kind']) {
		const read = systemOf(id).defaultTransformation('read', apiVersion);
		return sync({
			notice: {
				system: id,
				systemId: 'prod',
				entityType: 'user',
				entityId,
				idKind,
				kind,
				test: false,
				receivedAt: '2026-11-25T08:00:00.000Z',
				correlationId: 'c-1',
			},
			source: connectTo(id, application, { apiVersion, clock }),
			target: connectTo('scim-system', target, { clock }),
			read: compileTransformation(read, { direction: 'read' }),
			write,
			clock,
		});
	}

	const first = () => application.ids[0] ?? ['', 'other'];
	const states = (outcomes: readonly Outcome[]) => outcomes.map(({ state }) => state);

	test('by whatever id the notice names a person, it is one account', async () => {
		const outcomes: Outcome[] = [];
		for (const named of application.ids) outcomes.push(await run(named, 'changed'));
		const [created, ...others] = states(outcomes);
		expect(created).toBe('created');
		expect(new Set(others)).toEqual(new Set(others.length > 0 ? ['alreadyProvisioned'] : []));
		expect(target.users()).toHaveLength(1);
		expect(target.users()[0]).toMatchObject({ externalId: application.sourceId });
	});

	test('row 55: 404 on a change becomes a deletion, and the outcome says why', async () => {
		await run(first(), 'changed');
		await application.leave();
		const outcome = await run([application.sourceId, first()[1]], 'changed');
		expect(outcome).toMatchObject({ state: 'disabled' });
		expect(outcome.reason).toContain('no longer in the source');
		expect(target.users()[0]).toMatchObject({ active: false });
	});

	test('row 101: not there at the first looks, there at the next: no deletion', async () => {
		await run(first(), 'changed');
		application.hide();
		expect(await run(first(), 'changed')).toMatchObject({ state: 'alreadyProvisioned' });
		expect(target.users()[0]).toMatchObject({ active: true });
	});

	test('row 89: the source is only read, so a written user can never fail for a write-back', async () => {
		for (const named of application.ids) await run(named, 'changed');
		expect(target.users()).toHaveLength(1);
		expect(new Set(application.ledger.entries.map(({ method }) => method))).toEqual(
			new Set(['GET']),
		);
	});

	test('row 97: a delete notice for somebody who is still there is a change', async () => {
		await run(first(), 'changed');
		const outcome = await run(first(), 'deleted');
		expect(outcome.state).toBe('alreadyProvisioned');
		expect(target.users()[0]).toMatchObject({ externalId: application.sourceId });
	});

	test.each(['html404', 'forbid', '500', 'half'] as const)(
		'D5, D6: %s at the source leaves the target alone',
		async (fault) => {
			await run(first(), 'changed');
			const before = target.users();
			application.setFaults({ do: fault });
			expect(await run(first(), 'deleted')).toMatchObject({ state: 'failed' });
			expect(target.users()).toEqual(before);
		},
	);
});
