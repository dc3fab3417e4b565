import { compare, sync } from '../../src/sync';
import { compileTransformation } from '../../src/transformation';
import { connectTo, systemOf } from '../protocols/connections';
import { createFakeClock } from '../support/clock';
import { startFaultyScim } from '../support/faultyScim';
import { startSuccessFactors } from '../support/successFactors';
import { noticeFor } from './memoryWorld';

const HOUR = 3_600_000;
/** In Berlin, where the tenant is. */
const MIDNIGHT = Date.UTC(2026, 10, 25, 23);

const write = compileTransformation(systemOf('scim-system').defaultTransformation('write'), {
	direction: 'write',
});

test.each(['1', '2'])(
	'D9: API version %s: a record of tomorrow holds from midnight on, and nobody has to report it',
	async (apiVersion) => {
		const clock = createFakeClock({ start: MIDNIGHT - HOUR });
		const tenant = await startSuccessFactors({ clock });
		const target = await startFaultyScim({ clock });
		const { userId, uuid, perPersonUuid } = tenant.hire({ lastName: 'Holm' });
		tenant.plan(userId, MIDNIGHT, { lastName: 'Arden' });
		const document = systemOf('sap-successfactors').defaultTransformation('read', apiVersion);
		const world = {
			source: connectTo('sap-successfactors', tenant, { apiVersion, clock }),
			target: connectTo('scim-system', target, { clock }),
			read: compileTransformation(document, { direction: 'read' }),
			write,
			clock,
		};
		const report = () => {
			const entityId = apiVersion === '1' ? perPersonUuid : uuid;
			return sync({ ...world, notice: noticeFor(entityId, { system: 'sap-successfactors' }) });
		};
		/** As the scheduled workflow does; how many differed. */
		async function repair(): Promise<number> {
			let found = 0;
			for await (const { notice } of compare({ ...world, entityType: 'user', systemId: 's' })) {
				found += 1;
				await sync({ ...world, notice });
			}
			return found;
		}

		// The notice of the event comes when the record is made, not when it holds.
		expect(await report()).toMatchObject({ state: 'created' });
		expect(await repair()).toBe(0);
		expect(target.users()).toMatchObject([{ name: { familyName: 'Holm' } }]);
		await clock.advance(HOUR);
		expect(await repair()).toBe(1);
		expect(await repair()).toBe(0);
		expect(target.users()).toMatchObject([{ name: { familyName: 'Arden' } }]);
		await Promise.all([tenant.close(), target.close()]);
	},
);
