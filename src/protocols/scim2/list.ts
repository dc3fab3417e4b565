import type { Entity, EntityType } from '../../model/entity';
import type { Scim2Version } from '../../systems/system';
import type { ListOptions, Page } from '../directory';
import { walkPages, type ProtocolPage } from '../pages';
import { collectionPath, pageSizeOf, readTime } from '../paths';
import { listFilter, propertyText, type Properties } from '../properties';
import { contextOf, exchange, pageWire, type Wire } from '../wire';
import { readPage, type ListPage } from './answer';
import { completeLists } from './longLists';
import { ACCEPT } from './requests';

type Scim2Wire = Wire<Scim2Version>;

export function listPages(
	wire: Scim2Wire,
	type: EntityType,
	options: ListOptions,
): AsyncIterable<Page> {
	const { version, properties, system } = wire;
	const size = pageSizeOf(version, options.pageSize, properties);
	return walkPages({
		system: system.name,
		byPosition: version.reading.paging === 'startIndex',
		startAfter: options.startAfter,
		passes: filtersFor(version, type, options, properties).map(
			(filter) => (cursor) => readOnePage(pageWire(wire), type, { filter, size, cursor }),
		),
	});
}

async function readOnePage(
	wire: Scim2Wire,
	type: EntityType,
	{ filter, size, cursor }: { filter?: string; size: number; cursor?: string },
): Promise<ProtocolPage> {
	const { paging, totals } = wire.version.reading;
	const start = cursor ?? (paging === 'startId' ? 'initial' : '1');
	const query = [
		`${paging}=${encodeURIComponent(start)}`,
		`count=${size}`,
		...(filter === undefined ? [] : [`filter=${encodeURIComponent(filter)}`]),
	];
	const path = `${collectionPath(wire.version, type)}?${query.join('&')}`;
	const response = await exchange(wire, { method: 'GET', path, headers: ACCEPT });
	const uncounted = cursor === undefined ? 'filled' : 'any';
	const mayLackTotal = totals === 'sometimes' ? uncounted : undefined;
	const page = readPage(response, type, contextOf(wire), mayLackTotal);
	const entities: Entity[] = [];
	for (const entity of page.entities) entities.push(await completeLists(wire, entity));
	const next = paging === 'startId' ? nextById(page) : nextByPosition(page, Number(start));
	return { ...page, entities, next };
}

function nextById({ nextId, received }: ListPage): string | undefined {
	return received === 0 || nextId === 'end' ? undefined : nextId;
}

function nextByPosition({ total, received }: ListPage, start: number): string | undefined {
	const next = start + received;
	return received === 0 || (total !== undefined && next > total) ? undefined : String(next);
}

/** One filter per pass; `undefined` reads everything. */
export function filtersFor(
	version: Scim2Version,
	type: EntityType,
	options: ListOptions,
	properties: Properties,
): (string | undefined)[] {
	const { changedAt, timeInFilter, deactivated } = version.reading;
	const filter = listFilter(version, type, options.filter, properties);
	const changed = changedAt[type];
	const since =
		options.changedSince === undefined || changed === undefined
			? undefined
			: `${changed} gt "${timeText(options.changedSince, timeInFilter)}"`;
	const first = joined(filter, since);
	const day = type === 'user' ? propertyText(properties, deactivated?.property) : undefined;
	if (day === undefined || deactivated === undefined) return [first];
	const second = `active eq false and ${deactivated.attribute} gt "${readTime(day)}"`;
	return [first, joined(second, since)];
}

function joined(filter: string | undefined, since: string | undefined): string | undefined {
	if (filter === undefined || since === undefined) return filter ?? since;
	// Not every server knows brackets: they stand only where they change the meaning.
	return / or /i.test(filter) ? `(${filter}) and ${since}` : `${filter} and ${since}`;
}

function timeText(text: string, form: Scim2Version['reading']['timeInFilter']): string {
	const time = readTime(text);
	return form === 'bare' ? time.replace(/Z$/, '') : time;
}
