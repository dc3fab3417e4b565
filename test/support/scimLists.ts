import { isObject, type Json, type JsonObject } from '../../src/model/json';

/** A list inside of a resource of which one answer holds only a part. */
export interface CutList {
	readonly attribute: string;
	/** Elements that an answer without paging holds. */
	readonly most: number;
}

const PART = /^(\w+)\[startId=([^&\]]+)&count=(\d+)\]$/;

function listOf(resource: JsonObject, attribute: string): Json[] {
	const list = resource[attribute];
	return Array.isArray(list) ? list : [];
}

function keyOf(element: Json | undefined): string {
	return isObject(element) ? String(element['value']) : '';
}

/** The resource with the part of the list that was asked for, and with the facts about it in `meta`. */
export function withPart(
	resource: JsonObject,
	{ attribute, most }: CutList,
	query: URLSearchParams,
): JsonObject {
	if (resource[attribute] === undefined) return resource;
	const all = listOf(resource, attribute);
	const [, name, startId = 'initial', count] = PART.exec(query.get('attributes') ?? '') ?? [];
	const asked = name === attribute;
	const size = asked ? Number(count) : most;
	const start = asked && startId !== 'initial' ? all.findIndex((e) => keyOf(e) === startId) : 0;
	const rest = all[start + size];
	const meta = {
		...(isObject(resource['meta']) ? resource['meta'] : {}),
		[`${attribute}.cnt`]: all.length,
		...(asked && { [`${attribute}.nextId`]: rest === undefined ? 'end' : keyOf(rest) }),
	};
	const part = all.slice(start, start + size);
	if (!asked) return { ...resource, [attribute]: part, meta };
	return { schemas: resource['schemas'] ?? [], id: resource['id'] ?? '', [attribute]: part, meta };
}
