import { refusal } from '../../http/refusal';
import type { Entity, EntityType } from '../../model/entity';
import { ProvisioningError } from '../../model/errors';
import type { HttpRequest, HttpResponse } from '../../model/ports';
import type { Scim2Version } from '../../systems/system';
import type { Directory, Match } from '../directory';
import { lookUp } from '../lookUp';
import { collectionPath } from '../paths';
import { listFilter } from '../properties';
import { contextOf, exchange, type Wire } from '../wire';
import { isAbsence, readPage, readResource, type ListPage } from './answer';
import { fulfils } from './attributes';
import { anyFilterFor, filterFor, isPlain } from './filter';
import { listPages } from './list';
import { completeLists } from './longLists';
import { writingHeaders } from './headers';
import { isAboutPatch, takesPatch, withoutPatch } from './patchSupport';
import { ACCEPT, resourcePath, scim2Requests } from './requests';

/** SCIM 2.0 (RFC 7643, RFC 7644) as a Directory. */
export function scim2Directory(wire: Wire<Scim2Version>): Directory {
	const { system, version, traits } = wire;

	function request(method: HttpRequest['method'], path: string): Promise<HttpResponse> {
		return exchange(wire, { method, path, headers: ACCEPT });
	}

	function pageOf(response: HttpResponse, type: EntityType): ListPage {
		const mayLackTotal = version.reading.totals === 'sometimes' ? 'filled' : undefined;
		return readPage(response, type, contextOf(wire), mayLackTotal);
	}

	async function search(type: EntityType, filter: string): Promise<Entity[]> {
		const path = `${collectionPath(version, type)}?filter=${encodeURIComponent(filter)}`;
		return [...pageOf(await request('GET', path), type).entities];
	}

	async function find(type: EntityType, match: Match): Promise<Entity[]> {
		const hits = await search(type, filterFor(match));
		return hits.filter((hit) => fulfils(hit, match));
	}

	async function findOneByOne(type: EntityType, matches: readonly Match[]): Promise<Entity[]> {
		const found = new Map<string, Entity>();
		for (const match of matches) {
			for (const hit of await find(type, match)) found.set(hit.id, hit);
		}
		return [...found.values()];
	}

	async function byId(type: EntityType, id: string, mayBeForeign: boolean) {
		const response = await request('GET', resourcePath(version, type, id));
		if (isAbsence(response)) return undefined;
		if (response.status === 400 && mayBeForeign) return 'foreign';
		const entity = readResource(response, type, contextOf(wire));
		if (entity?.id === id) return entity;
		throw new ProvisioningError({
			code: 'answer.unexpected',
			// A proxy or a log-on page may stand in between for a while.
			retryable: true,
			message: `${system.name} answered with another ${type} than the one asked for`,
			hint: "Check 'Base URL' in the credential.",
			system: system.name,
		});
	}

	return {
		system,
		version,
		traits,
		requests: scim2Requests(version, traits?.givenIds),
		find,

		async get(type, id, idKind) {
			const ways = {
				byId: (mayBeForeign: boolean) => byId(type, id, mayBeForeign),
				find: (match: Match) => find(type, match),
			};
			const entity = await lookUp(version, type, { id, idKind }, ways);
			return entity && completeLists(wire, entity);
		},

		async findAny(type, matches) {
			const joined = matches.length > 1 && matches.every(isPlain) && traits?.orFilter;
			if (!joined) return findOneByOne(type, matches);
			const hits = await search(type, anyFilterFor(matches)).catch(undefinedIfRejected);
			if (!hits) return findOneByOne(type, matches);
			return hits.filter((hit) => matches.some((match) => fulfils(hit, match)));
		},

		list: (type, options = {}) => listPages(wire, type, options),

		async count(type, given) {
			const filter = listFilter(version, type, given, wire.properties);
			const query = filter === undefined ? '' : `&filter=${encodeURIComponent(filter)}`;
			const response = await request('GET', `${collectionPath(version, type)}?count=0${query}`);
			return readPage(response, type, contextOf(wire)).total ?? 0;
		},

		async check(type) {
			pageOf(await request('GET', `${collectionPath(version, type)}?count=1`), type);
		},

		async send(type, change, seen) {
			const { method, path } = change;
			const body = change.body === undefined ? undefined : JSON.stringify(change.body);
			const headers = writingHeaders(wire, change, seen);
			const response = await exchange(wire, { method, path, body, headers });
			if (method === 'PATCH' && response.status > 299 && (await isAboutPatch(wire, response))) {
				throw withoutPatch(system.name, response.status);
			}
			if (method === 'DELETE') {
				if (response.status < 300 || isAbsence(response)) return undefined;
				throw refusal(response, contextOf(wire));
			}
			return readResource(response, type, contextOf(wire));
		},

		takesPatch: () => takesPatch(wire),

		during: (run) => scim2Directory({ ...wire, run }),
	};
}

/** A server that cannot join look-ups says so with a 400; anything else is not about the filter. */
function undefinedIfRejected(error: unknown): undefined {
	if (error instanceof ProvisioningError && error.code === 'request.rejected') return undefined;
	throw error;
}
