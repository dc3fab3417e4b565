import { refusal } from '../../http/refusal';
import { startRun, type Run } from '../../http/run';
import { send, type Connection } from '../../http/send';
import type { Entity, EntityType } from '../../model/entity';
import { ProvisioningError } from '../../model/errors';
import type { HttpRequest, HttpResponse } from '../../model/ports';
import type { System, SystemVersion } from '../../systems/system';
import type { Directory, Match } from '../directory';
import { isAbsence, readPage, readResource } from './answer';
import { fulfils } from './attributes';
import { anyFilterFor, filterFor, isPlain } from './filter';
import { resourcePath, scim2Requests } from './requests';

/** SCIM 2.0 (RFC 7643, RFC 7644) as a Directory. */
export function scim2Directory(
	system: System,
	version: SystemVersion,
	connection: Connection,
	/** Without one, each call is a run of its own. */
	run?: Run,
): Directory {
	const mediaType = system.target?.contentType ?? 'application/scim+json';
	const context = () => ({ system: system.name, now: connection.clock.now() });

	function request(
		method: HttpRequest['method'],
		path: string,
		body?: string,
	): Promise<HttpResponse> {
		const headers = {
			accept: 'application/scim+json, application/json',
			...(body !== undefined && { 'content-type': mediaType }),
		};
		return send(connection, { method, path, body, headers }, run ?? startRun(connection));
	}

	async function search(type: EntityType, filter: string): Promise<Entity[]> {
		const path = `${version.paths[type]}?filter=${encodeURIComponent(filter)}`;
		return readPage(await request('GET', path), type, context()).entities;
	}

	async function find(type: EntityType, match: Match): Promise<Entity[]> {
		const hits = await search(type, filterFor(match));
		return hits.filter((hit) => fulfils(hit, match));
	}

	async function findOneByOne(type: EntityType, matches: readonly Match[]): Promise<Entity[]> {
		for (const match of matches) {
			const hits = await find(type, match);
			if (hits.length > 0) return hits;
		}
		return [];
	}

	return {
		system,
		version,
		requests: scim2Requests(version),
		find,

		async get(type, id) {
			const response = await request('GET', resourcePath(version, type, id));
			if (isAbsence(response)) return undefined;
			const entity = readResource(response, type, context());
			if (entity?.id === id) return entity;
			throw new ProvisioningError({
				code: 'answer.unexpected',
				message: `${system.name} answered with another ${type} than the one asked for`,
				hint: 'Check the base URL in the credential.',
				system: system.name,
			});
		},

		async findAny(type, matches) {
			const joined = matches.length > 1 && matches.every(isPlain) && system.target?.orFilter;
			if (!joined) return findOneByOne(type, matches);
			const hits = await search(type, anyFilterFor(matches)).catch(undefinedIfRejected);
			if (!hits) return findOneByOne(type, matches);
			return hits.filter((hit) => matches.some((match) => fulfils(hit, match)));
		},

		async check(type) {
			const response = await request('GET', `${version.paths[type]}?count=1`);
			readPage(response, type, context());
		},

		async send(type, change) {
			const body = change.body === undefined ? undefined : JSON.stringify(change.body);
			const response = await request(change.method, change.path, body);
			if (change.method === 'DELETE') {
				if (response.status < 300 || isAbsence(response)) return undefined;
				throw refusal(response, context());
			}
			return readResource(response, type, context());
		},

		during: (next) => scim2Directory(system, version, connection, next),
	};
}

/** A server that cannot join look-ups says so with a 400; anything else is not about the filter. */
function undefinedIfRejected(error: unknown): undefined {
	if (error instanceof ProvisioningError && error.code === 'request.rejected') return undefined;
	throw error;
}
