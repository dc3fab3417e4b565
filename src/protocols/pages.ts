import { ProvisioningError } from '../model/errors';
import type { Entity } from '../model/entity';
import type { Page, Skipped } from './directory';

/** One page as the protocol gives it. */
export interface ProtocolPage {
	readonly entities: readonly Entity[];
	readonly total?: number;
	/** Where the next page starts; absent on the last one. */
	readonly next?: string;
	readonly skipped?: readonly Skipped[];
}

/** Reads the page at a cursor; without one, the first. */
export type ReadPage = (cursor: string | undefined) => Promise<ProtocolPage>;

export interface Walk {
	/** For messages. */
	readonly system: string;
	/** Read one after the other: entities that an earlier one gave are left out. */
	readonly passes: readonly ReadPage[];
	/** Pages that go by position slip when somebody comes or goes: then they are read once more. */
	readonly byPosition: boolean;
	readonly startAfter?: string;
}

/**
 * All entities of a list, each once. Nothing is kept but the ids that were seen.
 *
 * @throws ProvisioningError `answer.unexpected` when the system gives the same page again and again
 */
export async function* walkPages(walk: Walk): AsyncGenerator<Page> {
	const seen = new Set<string>();
	const start = readPosition(walk.startAfter);
	for (const [place, read] of walk.passes.entries()) {
		if (place < start.pass) continue;
		const last = place === walk.passes.length - 1;
		const cursor = place === start.pass ? start.cursor : undefined;
		const steady = yield* walkOnce(walk, { read, place, last, cursor }, seen);
		if (!steady && walk.byPosition) yield* walkOnce(walk, { read, place, last }, seen);
	}
}

interface Pass {
	readonly read: ReadPage;
	readonly place: number;
	readonly last: boolean;
	readonly cursor?: string;
}

/** @returns whether the total stayed the same from page to page */
async function* walkOnce(walk: Walk, pass: Pass, seen: Set<string>): AsyncGenerator<Page, boolean> {
	const cursors = new Set<string>();
	let { cursor } = pass;
	let total: number | undefined;
	let steady = true;
	let previous: string | undefined;
	for (;;) {
		const page = await pass.read(cursor);
		const first = page.entities[0]?.id;
		if (first !== undefined && first === previous) throw repeated(walk.system);
		steady &&= total === undefined || page.total === total;
		total = page.total ?? total;
		yield toPage(page, pass, seen);
		if (page.next === undefined) return steady;
		if (cursors.has(page.next)) throw repeated(walk.system);
		cursors.add(page.next);
		cursor = page.next;
		previous = first;
	}
}

function toPage(page: ProtocolPage, pass: Pass, seen: Set<string>): Page {
	const entities = page.entities.filter(({ id }) => !seen.has(id) && seen.add(id));
	const { total, skipped = [] } = page;
	const next =
		page.next !== undefined
			? `${pass.place}:${page.next}`
			: pass.last
				? undefined
				: `${pass.place + 1}:`;
	return { entities, skipped, ...(total !== undefined && { total }), ...(next && { next }) };
}

function readPosition(startAfter: string | undefined): { pass: number; cursor?: string } {
	if (startAfter === undefined) return { pass: 0 };
	const [, pass, cursor] = /^(\d{1,3}):(.*)$/s.exec(startAfter) ?? [];
	if (pass !== undefined) return { pass: Number(pass), cursor: cursor || undefined };
	throw new ProvisioningError({
		code: 'configuration.invalid',
		message: 'A list can only go on behind a page of the same list',
		hint: "Give 'startAfter' the 'next' of the last page that was read.",
	});
}

function repeated(system: string): ProvisioningError {
	return new ProvisioningError({
		code: 'answer.unexpected',
		message: `${system} gives the same page of the list again`,
		hint: 'Nothing can be said about who is missing. Run it again; if it stays, choose another page size.',
		retryable: true,
		system,
	});
}
