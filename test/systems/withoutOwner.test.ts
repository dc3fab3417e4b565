// SAP Jam, SAP Build Work Zone and SAP Field Service Management: their published transformations neither read nor
// write externalId, so they may well not keep it.
import { startBed } from '../conformance/bed';
import { AKIKO, MIRA } from '../conformance/cases';
import { DESCRIPTIONS } from '../conformance/descriptions';

const KNOWN = [
	...['userName', 'userType', 'active', 'name', 'displayName', 'title', 'emails', 'phoneNumbers'],
	...['addresses', 'locale', 'timezone', 'preferredLanguage'],
	'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
	'urn:ietf:params:scim:schemas:extension:sap:2.0:User',
];
const UNPROVEN = DESCRIPTIONS.filter(({ system }) =>
	/^sap-(?:jam|build-work-zone|field-service)/.test(system),
).map(
	(description) => [`${description.system} ${description.apiVersion ?? ''}`, description] as const,
);

test.each(UNPROVEN)(
	'%s without the ID of the source: found by name, and told so',
	async (_, description) => {
		const bed = await startBed({ ...description, known: KNOWN });
		const warnings = [expect.stringContaining('does not keep the ID of the source')];
		const { id } = await bed.source.createUser(MIRA);
		expect(await bed.sync('user', id)).toMatchObject({ state: 'created', warnings });

		// This process keeps in mind that the account has none: no further attempt to write it.
		expect(await bed.sync('user', id)).toMatchObject({ state: 'alreadyProvisioned' });
		expect(bed.application.writes()).toHaveLength(1);

		await bed.source.updateUser(id, { name: { givenName: 'Mira', familyName: 'Holm-Beck' } });
		expect(await bed.sync('user', id)).toMatchObject({ state: 'updated' });
		expect(bed.application.store.all('User')).toMatchObject([
			{ name: { familyName: 'Holm-Beck' } },
		]);
		expect(bed.application.writes()).toHaveLength(1);

		// An account that was there before: one attempt, and that is all.
		const other = await bed.source.createUser(AKIKO);
		bed.application.store.create('User', { ...AKIKO, active: true });
		expect(await bed.sync('user', other.id)).toMatchObject({ warnings });
		bed.application.writes();
		expect(await bed.sync('user', other.id)).toMatchObject({ state: 'alreadyProvisioned' });
		expect(bed.application.writes()).toEqual([]);
		await bed.close();
	},
);
