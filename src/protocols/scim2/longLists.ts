import type { Entity } from '../../model/entity';
import { isObject, type Json } from '../../model/json';
import type { LongList } from '../../systems/reading';
import type { Scim2Version } from '../../systems/system';
import { propertyOr } from '../properties';
import { contextOf, exchange, type Wire } from '../wire';
import { readResource } from './answer';
import { ACCEPT, resourcePath } from './requests';

/**
 * Members, or groups of a user, beyond what one answer holds. They are read on where the administrator
 * wants that, else the entity says that the list is cut.
 */
export async function completeLists(wire: Wire<Scim2Version>, entity: Entity): Promise<Entity> {
	const list = wire.version.reading.longLists[entity.type];
	if (list === undefined || !isCut(entity, list)) return entity;
	const { attribute, paging } = list;
	if (paging === undefined || propertyOr(wire.properties, paging.enabled) !== 'true') {
		return { ...entity, incomplete: [attribute] };
	}
	const elements = await readElements(wire, entity, { attribute, count: paging.count });
	return { ...entity, attributes: { ...entity.attributes, [attribute]: elements } };
}

async function readElements(
	wire: Wire<Scim2Version>,
	{ type, id }: Entity,
	{ attribute, count }: { readonly attribute: string; readonly count: number },
): Promise<Json[]> {
	const elements = new Map<string, Json>();
	const starts = new Set<string>();
	let start: string | undefined = 'initial';
	while (start !== undefined && start !== 'end' && !starts.has(start)) {
		starts.add(start);
		const part = `${attribute}[startId=${start}&count=${count}]`;
		const path = `${resourcePath(wire.version, type, id)}?attributes=${encodeURIComponent(part)}`;
		const response = await exchange(wire, { method: 'GET', path, headers: ACCEPT });
		const page = readResource(response, type, contextOf(wire));
		if (page === undefined) break;
		for (const element of elementsOf(page, attribute)) elements.set(keyOf(element), element);
		start = factOf(page, `${attribute}.nextId`);
	}
	return [...elements.values()];
}

function isCut(entity: Entity, { attribute, most = Infinity }: LongList): boolean {
	const nextId = factOf(entity, `${attribute}.nextId`) ?? 'end';
	const count = Number(factOf(entity, `${attribute}.cnt`) ?? 0);
	const given = elementsOf(entity, attribute).length;
	return nextId !== 'end' || count > given || given >= most;
}

function factOf({ attributes: { meta } }: Entity, name: string): string | undefined {
	const fact = isObject(meta) ? meta[name] : undefined;
	return typeof fact === 'string' || typeof fact === 'number' ? String(fact) : undefined;
}

function elementsOf({ attributes }: Entity, name: string): Json[] {
	const list = attributes[name];
	return Array.isArray(list) ? list : [];
}

function keyOf(element: Json): string {
	return isObject(element) ? String(element['value']) : JSON.stringify(element);
}
