import { startFaultyServer, type FaultyServer } from './faultyServer';
import type { Fault } from './faults';
import { scimAnswer } from './loopback';

export interface ManyUsers extends FaultyServer<Fault['do']> {
	readonly url: string;
}

const idOf = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;

function userOf(place: number) {
	return {
		schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
		id: idOf(place),
		userName: `user${place}`,
		name: { givenName: 'Mira', familyName: `Holm ${place}` },
		displayName: `Mira Holm ${place}`,
		active: true,
		emails: [{ value: `user${place}@example.com`, type: 'work', primary: true }],
		'urn:ietf:params:scim:schemas:extension:sap:2.0:User': {
			userId: `P${String(place).padStart(6, '0')}`,
			userUuid: idOf(place),
		},
		meta: { resourceType: 'User', lastModified: '2026-11-03T10:04:11Z' },
	};
}

/** An Identity Directory with users that are made when they are asked for, so that it needs no memory. */
export async function startManyUsers(count: number): Promise<ManyUsers> {
	const server = await startFaultyServer<Fault['do']>({
		apply(call) {
			const query = new URL(call.path, 'http://127.0.0.1').searchParams;
			const startId = query.get('startId') ?? 'initial';
			const start = startId === 'initial' ? 0 : Number(startId.slice(-12));
			const end = Math.min(count, start + Number(query.get('count') ?? 100));
			const resources = Array.from({ length: end - start }, (_, place) => userOf(start + place));
			return scimAnswer(200, {
				schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
				totalResults: count,
				itemsPerPage: resources.length,
				startId,
				nextId: end < count ? idOf(end) : 'end',
				Resources: resources,
			});
		},
	});
	return { ...server, url: server.origin };
}
