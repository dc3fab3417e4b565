import type { EntityType } from '../../../src/model/entity';
import type { JsonObject } from '../../../src/model/json';

/** Counts every change on either side, so that "between request and answer" needs no clock. */
export interface Ticks {
	now(): number;
	next(): number;
}

export function createTicks(): Ticks {
	let tick = 0;
	return { now: () => tick, next: () => ++tick };
}

/** What a side held, and when. */
export interface History {
	/** Absent resource: it was removed. */
	record(type: EntityType, id: string, resource: JsonObject | undefined): void;
	now(type: EntityType, id: string): JsonObject | undefined;
	/** Every state that it had at some moment of this span, both ends included; `undefined`: it was not there. */
	between(type: EntityType, id: string, from: number, to: number): (JsonObject | undefined)[];
	/** Those that are there. */
	all(type: EntityType): JsonObject[];
}

interface Version {
	readonly since: number;
	readonly resource: JsonObject | undefined;
}

export function createHistory(ticks: Ticks): History {
	const entities = { user: new Map<string, Version[]>(), group: new Map<string, Version[]>() };
	const versionsOf = (type: EntityType, id: string) => entities[type].get(id) ?? [];

	return {
		record(type, id, resource) {
			const version = { since: ticks.next(), resource };
			entities[type].set(id, [...versionsOf(type, id), version]);
		},
		now: (type, id) => versionsOf(type, id).at(-1)?.resource,
		between(type, id, from, to) {
			const versions = versionsOf(type, id);
			const first = versions.findLast(({ since }) => since <= from);
			const later = versions.filter(({ since }) => since > from && since <= to);
			return [first?.resource, ...later.map(({ resource }) => resource)];
		},
		all: (type) =>
			[...entities[type].values()]
				.map((versions) => versions.at(-1)?.resource)
				.filter((resource) => resource !== undefined),
	};
}
