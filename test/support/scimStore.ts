import { randomUUID } from 'node:crypto';
import { isObject, type Json, type JsonObject } from '../../src/model/json';
import type { Clock } from '../../src/model/ports';
import { realClock } from './clock';
import { ScimError } from './scimError';

export const RESOURCE_TYPES = ['User', 'Group'] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

type Resources = ReadonlyMap<string, JsonObject>;
type State = Readonly<Record<ResourceType, Resources>>;

/** Users and groups in memory, each of them frozen; it remembers its past, so that a read can be late. */
export interface ScimStore {
	/** In the order of creation, as they were `ago` milliseconds ago. */
	all(type: ResourceType, ago?: number, where?: (resource: JsonObject) => boolean): JsonObject[];
	/** @throws ScimError 404 */
	get(type: ResourceType, id: string, ago?: number): JsonObject;
	/** @throws ScimError 409 `uniqueness`, 400 `invalidValue` */
	create(type: ResourceType, attributes: JsonObject, options?: WriteOptions): JsonObject;
	/** Takes the place of all attributes. @throws ScimError 404, 409, 400 */
	replace(
		type: ResourceType,
		id: string,
		attributes: JsonObject,
		options?: WriteOptions,
	): JsonObject;
	/** @throws ScimError 404 */
	remove(type: ResourceType, id: string, options?: WriteOptions): void;
}

export interface WriteOptions {
	/** Accepts a second user with the same name. */
	readonly nonUnique?: boolean;
	/** Does everything but keep the result. */
	readonly ignore?: boolean;
}

const NAMES = { User: 'userName', Group: 'displayName' } as const;

/** Null and an empty list are the same as no value (RFC 7643, section 2.5). */
function withoutEmpty(value: Json): Json | undefined {
	if (value === null) return undefined;
	if (Array.isArray(value)) {
		const elements = value.map(withoutEmpty).filter((element) => element !== undefined);
		return elements.length === 0 ? undefined : elements;
	}
	if (!isObject(value)) return value;
	const parts = Object.entries(value).flatMap(([name, part]): [string, Json][] => {
		const kept = withoutEmpty(part);
		return kept === undefined ? [] : [[name, kept]];
	});
	return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

/** Whoever reads gets the resource itself, so nobody may change it. */
function frozen<T extends Json>(value: T): T {
	if (typeof value !== 'object' || value === null) return value;
	for (const part of Object.values(value)) frozen(part);
	return Object.freeze(value);
}

function schemasOf(type: ResourceType, attributes: JsonObject): string[] {
	const extensions = Object.keys(attributes).filter((name) => name.startsWith('urn:'));
	return [`urn:ietf:params:scim:schemas:core:2.0:${type}`, ...extensions];
}

function checked(type: ResourceType, attributes: JsonObject): JsonObject {
	const kept = withoutEmpty(attributes);
	const resource = isObject(kept) ? kept : {};
	const name = resource[NAMES[type]];
	if (typeof name !== 'string' || name === '') {
		throw new ScimError(400, `${NAMES[type]} is required.`, 'invalidValue');
	}
	if ('active' in resource && typeof resource['active'] !== 'boolean') {
		throw new ScimError(400, 'active is true or false.', 'invalidValue');
	}
	return resource;
}

export function createScimStore(
	options: {
		clock?: Clock;
		createId?: () => string;
		/** Keeps no past: reads are never late, and a write costs nothing but itself. */
		forgetful?: boolean;
		/** Adds what the application itself knows about a resource. */
		complete?: (type: ResourceType, id: string, attributes: JsonObject) => JsonObject;
	} = {},
): ScimStore {
	const { clock = realClock, createId = randomUUID } = options;
	const complete = options.complete ?? ((_type, _id, attributes) => attributes);
	const now = { User: new Map<string, JsonObject>(), Group: new Map<string, JsonObject>() };
	const past: { readonly since: number; readonly state: State }[] = [];

	function stateOf(ago = 0): State {
		if (ago === 0) return now;
		const then = clock.now() - ago;
		const state = past.findLast(({ since }) => since <= then)?.state;
		return state ?? { User: new Map(), Group: new Map() };
	}

	function keep(type: ResourceType, change: (resources: Map<string, JsonObject>) => void): void {
		change(now[type]);
		if (options.forgetful) return;
		past.push({
			since: clock.now(),
			state: { User: new Map(now.User), Group: new Map(now.Group) },
		});
	}

	function found(type: ResourceType, id: string, ago?: number): JsonObject {
		const resource = stateOf(ago)[type].get(id);
		if (resource === undefined) throw new ScimError(404, `${type} not found.`);
		return resource;
	}

	function assertUnique(id: string, { userName }: JsonObject): void {
		const name = String(userName).toLowerCase();
		for (const user of stateOf().User.values()) {
			if (user['id'] !== id && String(user['userName']).toLowerCase() === name) {
				throw new ScimError(409, 'userName is taken.', 'uniqueness');
			}
		}
	}

	function write(
		type: ResourceType,
		id: string,
		created: Json,
		attributes: JsonObject,
		{ nonUnique = false, ignore = false }: WriteOptions,
	): JsonObject {
		const resource = checked(type, complete(type, id, attributes));
		if (type === 'User' && !nonUnique) assertUnique(id, resource);
		const lastModified = new Date(clock.now()).toISOString();
		const meta = { resourceType: type, created: created ?? lastModified, lastModified };
		const written = frozen({ ...resource, schemas: schemasOf(type, resource), id, meta });
		if (!ignore) keep(type, (resources) => resources.set(id, written));
		return written;
	}

	return {
		all: (type, ago, where = () => true) => [...stateOf(ago)[type].values()].filter(where),
		get: (type, id, ago) => found(type, id, ago),
		create: (type, attributes, choices = {}) => write(type, createId(), null, attributes, choices),
		replace(type, id, attributes, choices = {}) {
			const stored = found(type, id);
			// A server that ignores a change shows, in its answer, what it still holds.
			if (choices.ignore) return stored;
			const { meta } = stored;
			return write(
				type,
				id,
				isObject(meta) ? (meta['created'] ?? null) : null,
				attributes,
				choices,
			);
		},
		remove(type, id, choices = {}) {
			found(type, id);
			if (!choices.ignore) keep(type, (resources) => resources.delete(id));
		},
	};
}
