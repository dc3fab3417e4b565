import type { JsonObject } from '../../src/model/json';
import { sync } from '../../src/sync';
import { compileTransformation } from '../../src/transformation';
import { readPage } from '../docs/examples';
import { connectTo, systemOf } from '../protocols/connections';
import { createFakeClock } from '../support/clock';
import { startFaultyScim, type FaultyScim } from '../support/faultyScim';
import { startSuccessFactors, type SuccessFactors } from '../support/successFactors';
import { write } from './landscape';

const clock = createFakeClock();
let source: SuccessFactors;
let target: FaultyScim;

beforeEach(async () => {
	source = await startSuccessFactors({ clock });
	target = await startFaultyScim({ clock });
});
afterEach(() => Promise.all([source.close(), target.close()]));

function hireWith(writing: typeof write) {
	const { uuid } = source.hire();
	const apiVersion = '2';
	const read = systemOf('sap-successfactors').defaultTransformation('read', apiVersion);
	return sync({
		notice: {
			system: 'sap-successfactors',
			systemId: 'prod',
			entityType: 'user',
			entityId: uuid,
			idKind: 'uuid',
			kind: 'changed',
			test: false,
			receivedAt: '2026-11-25T08:00:00.000Z',
			correlationId: 'c-1',
		},
		source: connectTo('sap-successfactors', source, { apiVersion, clock }),
		target: connectTo('scim-system', target, { clock }),
		read: compileTransformation(read, { direction: 'read' }),
		write: writing,
		clock,
	});
}

/** The mapping that the page shows. */
const [, shown = ''] =
	/```json\n([\s\S]*?)```/.exec(readPage('sources/sap-successfactors.md')) ?? [];
const lowered: JsonObject = JSON.parse(shown);

describe('row 102: EMPLOYEE at a target that knows employee only', () => {
	test('a mapping lowers it', async () => {
		const document = systemOf('scim-system').defaultTransformation('write');
		const user = document?.['user'] as { mappings: JsonObject[] };
		const writing = compileTransformation(
			{ ...document, user: { mappings: [...user.mappings, lowered] } },
			{ direction: 'write' },
		);
		expect(await hireWith(writing)).toMatchObject({ state: 'created' });
		expect(target.users()).toMatchObject([{ userType: 'employee' }]);
	});

	test('else the refusal says what the target said, and a repeat is no use', async () => {
		target.setFaults({ method: 'POST', do: 'status(400)' });
		const outcome = await hireWith(write);
		expect(outcome).toMatchObject({
			state: 'failed',
			repeatable: false,
			error: { code: 'request.rejected' },
		});
		expect(target.ledger.entries.filter(({ method }) => method === 'POST')).toHaveLength(1);
		expect(target.users()).toEqual([]);
	});
});
