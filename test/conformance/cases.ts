import type { JsonObject } from '../../src/model/json';
import { startBed, type Bed, type SyncMore } from './bed';
import { DESCRIPTIONS } from './descriptions';
import { LIVES, type Life } from './lives';

export const MIRA: JsonObject = {
	schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
	userName: 'mira.holm',
	userType: 'employee',
	name: { givenName: 'Mira', familyName: 'Holm' },
	active: true,
	emails: [{ value: 'mira.holm@example.com', type: 'work', primary: true }],
};

export const AKIKO: JsonObject = {
	...MIRA,
	userName: 'akiko.maruyama',
	name: { givenName: 'Akiko', familyName: 'Maruyama' },
	emails: [{ value: 'akiko.maruyama@example.com', type: 'work', primary: true }],
};

/** One row per application and version. */
export const CASES = LIVES.map((life) => ({
	...life,
	title: life.apiVersion ? `${life.system}, version ${life.apiVersion}` : life.system,
}));

export async function inBed(life: Life, live: (bed: Bed) => Promise<void>): Promise<void> {
	const { system, apiVersion } = life;
	const description = DESCRIPTIONS.find(
		(one) => one.system === system && one.apiVersion === apiVersion,
	);
	if (!description) throw new Error(`Nobody has described ${system}.`);
	const bed = await startBed(description);
	try {
		await live(bed);
	} finally {
		await bed.close();
	}
}

/** A sync that writes, and a second one that finds nothing left to do. */
export async function settle(
	bed: Bed,
	type: 'user' | 'group',
	id: string,
	state: string,
	more?: SyncMore,
): Promise<void> {
	const outcome = await bed.sync(type, id, more);
	expect(outcome).toMatchObject({ state });
	expect(bed.application.writes()).not.toEqual([]);
	await rest(bed, type, id, more);
}

/** Nothing is left to do. */
export async function rest(
	{ sync, application }: Bed,
	type: 'user' | 'group',
	id: string,
	more?: SyncMore,
): Promise<void> {
	const { state } = await sync(type, id, more);
	expect(['alreadyProvisioned', 'notProvisioned', 'skipped']).toContain(state);
	expect(application.writes()).toEqual([]);
}
