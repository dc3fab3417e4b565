import { ProvisioningError } from '../model/errors';
import type { Json, JsonObject } from '../model/json';
import type { PathNode, Step } from './ast';
import { firstIndefinite } from './ast';
import { bindSteps, looksAtDocument } from './bind';
import { BoundedCache } from './cache';
import { compileFilter, compileSteps, documentFor } from './evaluate';
import { NO_VARIABLES } from './evaluation';
import { Cursor } from './lex';
import { parsePath } from './parse';
import { compileDefinite } from './read';
import { compileRemover, compileRenamer } from './remove';
import { whyNotName, whyNotWritable } from './writable';
import type { Warn } from './write';
import { compileWriter } from './write';

/** A place in a document. */
export interface CompiledPath {
	/** As it was given. */
	readonly text: string;
	/** It addresses one value at most. */
	readonly definite: boolean;
	/** The names it begins with, up to its first step of another kind. */
	readonly names: readonly string[];
	readonly writable: boolean;
	/** Reason, when it is not writable. */
	readonly whyNotWritable?: string;
	/** It was written without leading `$`, which was put in front. */
	readonly normalised: boolean;
	/**
	 * Definite: the value, or `undefined` when it is absent. Otherwise the list of matches, or `undefined`
	 * when what stands before the first `[*]`, filter, slice or `..` is absent or null.
	 * The answer belongs to the document: copy it before changing it.
	 * @param root what `$` means inside of filters; the document itself unless told
	 */
	read(this: void, document: Json, root?: Json): Json | undefined;
	/**
	 * Writes a copy of `value` and creates what is missing on the way.
	 * @throws ProvisioningError `path.notWritable` when the document has another form there
	 */
	write(this: void, document: JsonObject, value: Json, warn?: Warn): void;
	/** Removes what is there; absent is fine. */
	remove(this: void, document: JsonObject): void;
	/** Gives the addressed members another name. @throws ProvisioningError `path.notWritable` */
	rename(this: void, document: JsonObject, name: string): void;
}

const cache = new BoundedCache<CompiledPath>(5_000);

/**
 * Compiles a path of the JSONPath dialect of the transformation language.
 * @throws ProvisioningError `path.invalid`, naming the column and the text around it
 */
export function compilePath(text: string): CompiledPath {
	return cache.get(text) ?? cache.set(text, compile(text));
}

function compile(text: string): CompiledPath {
	const body = text.trim();
	if (body === '') new Cursor(text, { code: 'path.invalid' }).fail('it is empty');
	const normalised = !/^[$@]/.test(body);
	const leading = text.length - text.trimStart().length;
	const cursor = new Cursor(normalised ? `$.${body}` : body, {
		code: 'path.invalid',
		shift: (normalised ? 2 : 0) - leading,
	});
	const node = parsePath(cursor);
	if (!cursor.done) cursor.fail(`\`${cursor.peek()}\` cannot stand here`);
	if (node.length) cursor.fail('`.length()` can be asked in conditions only');
	return pathFrom(text, node, normalised);
}

export function pathFrom(text: string, { steps }: PathNode, normalised = false): CompiledPath {
	const reason = whyNotWritable(steps);
	const definite = firstIndefinite(steps) < 0;
	// Few paths are ever removed: that is compiled when needed.
	let removeSteps: CompiledPath['remove'] | undefined;
	return {
		text,
		definite,
		names: leadingNames(steps),
		writable: reason === undefined,
		...(reason !== undefined && { whyNotWritable: reason }),
		normalised,
		read: definite ? compileDefinite(steps) : compileList(steps),
		write:
			reason === undefined
				? forDocument(steps, (bound) => compileWriter(text, bound, compileFilter))
				: () => refuse(text, reason),
		remove: (document) => {
			removeSteps ??= forDocument(steps, (bound) => compileRemover(bound, compileFilter));
			removeSteps(document);
		},
		rename: (document, name) => renameMembers(text, steps, document, name),
	};
}

function compileList(steps: readonly Step[]): CompiledPath['read'] {
	const read = compileSteps(steps);
	return (document, root = document) => read(document, root, NO_VARIABLES);
}

/** Filters that look at the document are compiled for each anew, as for reading. */
function forDocument<Rest extends unknown[]>(
	steps: readonly Step[],
	compileAct: (steps: readonly Step[]) => (document: JsonObject, ...rest: Rest) => void,
): (document: JsonObject, ...rest: Rest) => void {
	if (!looksAtDocument(steps)) return compileAct(steps);
	return (document, ...rest) => {
		const bound = bindSteps(steps, documentFor('filter', document, NO_VARIABLES));
		compileAct(bound)(document, ...rest);
	};
}

function leadingNames(steps: readonly Step[]): string[] {
	const names: string[] = [];
	for (const step of steps) {
		if (step.kind !== 'name') break;
		names.push(step.name);
	}
	return names;
}

function renameMembers(
	text: string,
	steps: readonly Step[],
	document: JsonObject,
	name: string,
): void {
	const last = steps.at(-1);
	const reason =
		last?.kind === 'name' ? whyNotName(name) : 'only a path that ends in a name can be renamed';
	if (last?.kind !== 'name' || reason !== undefined) return refuse(text, reason ?? '');
	forDocument(steps, (bound) => compileRenamer(bound, last, compileFilter))(document, name);
}

function refuse(text: string, reason: string): never {
	throw new ProvisioningError({
		code: 'path.notWritable',
		message: `Nothing can be written to ${text}: ${reason}`,
		hint: 'Name the target by names, `[n]`, `[*]` or a filter, for example $.emails[0].value.',
	});
}
