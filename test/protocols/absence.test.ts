import type { Directory } from '../../src/protocols';
import type { IdKind } from '../../src/model/notice';
import { startIdentityAuthentication } from '../support/identityAuthentication';
import { startLearning } from '../support/learning';
import { startSuccessFactors, unknownUuid } from '../support/successFactors';
import type { Fault } from '../support/faults';
import { connectTo } from './connections';

interface Source {
	readonly id: string;
	readonly apiVersion?: string;
	readonly start: () => Promise<{
		readonly url: string;
		readonly authentication: Parameters<typeof connectTo>[1]['authentication'];
		setFaults(...faults: readonly Fault[]): void;
		close(): Promise<void>;
	}>;
	/** Ids that nobody has, of each kind that leads to a way of its own. */
	readonly unknown: readonly (readonly [string, IdKind])[];
}

const guid = 'C3F1A7E20B5D4E6F9A8B7C6D5E4F3A2B';
const sources: readonly Source[] = [
	{
		id: 'identity-authentication',
		start: startIdentityAuthentication,
		unknown: [
			[unknownUuid(), 'uuid'],
			['P999999', 'pUser'],
		],
	},
	{
		id: 'identity-authentication',
		apiVersion: '1',
		start: startIdentityAuthentication,
		unknown: [
			['P999999', 'pUser'],
			[unknownUuid(), 'uuid'],
		],
	},
	{
		id: 'local-identity-directory',
		start: startIdentityAuthentication,
		unknown: [[unknownUuid(), 'uuid']],
	},
	{
		id: 'sap-successfactors',
		start: startSuccessFactors,
		unknown: [
			['40017', 'number'],
			[guid, 'guid32'],
			['nobody', 'other'],
		],
	},
	{
		id: 'sap-successfactors',
		apiVersion: '2',
		start: startSuccessFactors,
		unknown: [
			[unknownUuid(), 'uuid'],
			[guid, 'guid32'],
			['nobody', 'other'],
		],
	},
	{
		id: 'sap-successfactors-learning',
		start: startLearning,
		unknown: [['EXT-1', 'other']],
	},
];

const FAULTS = [
	['D5', 'html404', 'request.notFound'],
	['D6', '500', 'server.unavailable'],
	['D6', '502html', 'server.unavailable'],
	['D6', 'forbid', 'access.forbidden'],
	['D6', 'expire(0)', 'access.unauthorized'],
	['D6', 'half', 'connection.broken'],
	['D6', 'resetBefore', 'connection.broken'],
	['D12', '429(300)', 'server.unavailable'],
	['D7', '200html', 'answer.unexpected'],
	['D7', '200empty', 'answer.unexpected'],
	['D13', 'redirect(http://127.0.0.1:9/)', 'answer.unexpected'],
] as const;

describe.each(sources)('$id, version $apiVersion', ({ id, apiVersion, start, unknown }) => {
	let server: Awaited<ReturnType<Source['start']>>;
	let directory: Directory;
	beforeEach(async () => {
		server = await start();
		directory = connectTo(id, server, { apiVersion });
	});
	afterEach(() => server.close());

	test.each(unknown)(
		'4.4: nobody has %s (%s): absent, and others can be read',
		async (key, kind) => {
			expect(await directory.get('user', key, kind)).toBeUndefined();
			await directory.check('user');
		},
	);

	test.each(FAULTS)('%s: %s is never an absence', async (_, fault, code) => {
		for (const [key, kind] of unknown) {
			server.setFaults({ do: fault });
			await expect(directory.get('user', key, kind)).rejects.toMatchObject({ code });
			await expect(directory.check('user')).rejects.toMatchObject({ code });
			await expect(directory.count('user')).rejects.toMatchObject({ code });
			await expect(firstPage(directory)).rejects.toMatchObject({ code });
		}
	});
});

test('4.4: the page of a proxy is no "not there" of OData either', async () => {
	const server = await startSuccessFactors();
	server.setFaults({ path: '/User(', do: 'html404' });
	const reading = connectTo('sap-successfactors', server).get('user', '40017', 'number');
	const outcome = await reading.catch((error: unknown) => error);
	await server.close();
	expect(outcome).toMatchObject({ code: 'request.notFound' });
	expect(server.ledger.entries).toHaveLength(1);
});

async function firstPage(directory: Directory) {
	for await (const page of directory.list('user')) return page;
	return undefined;
}
