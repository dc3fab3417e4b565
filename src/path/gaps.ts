import type { Json, JsonObject } from '../model/json';

/**
 * A gap is a hole of the array, never a null: so a null written on purpose is told from the place in front
 * of a `[1]` whose `[0]` may still come. Documents with holes are remembered to spare the others the search.
 */
const documentsWithGaps = new WeakSet<JsonObject>();

/** Puts `element` at `index`; what is missing in front of it becomes a gap. */
export function setWithGap(list: Json[], index: number, element: Json, document: JsonObject): void {
	if (index > list.length) documentsWithGaps.add(document);
	list[index] = element;
}

export function isGap(list: readonly Json[], index: number): boolean {
	return index < list.length && !Object.hasOwn(list, index);
}

/** Removes the gaps that writes to `[n]` left in a document; call it when a transformation ends. */
export function closeGaps(document: JsonObject): void {
	if (!documentsWithGaps.delete(document)) return;
	const open: Json[] = [document];
	for (let at = open.pop(); at !== undefined; at = open.pop()) {
		if (typeof at !== 'object' || at === null) continue;
		if (Array.isArray(at)) closeList(at);
		for (const child of Object.values(at)) open.push(child);
	}
}

function closeList(list: Json[]): void {
	let length = 0;
	for (let index = 0; index < list.length; index += 1) {
		const element = list[index];
		if (element === undefined) continue;
		list[length] = element;
		length += 1;
	}
	list.length = length;
}
