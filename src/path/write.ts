import { ProvisioningError } from '../model/errors';
import type { Json, JsonObject } from '../model/json';
import { isObject } from '../model/json';
import type { Step } from './ast';
import { copyJson, mergeMembers } from './copy';
import type { CompileFilter, Test } from './evaluation';
import { NO_VARIABLES } from './evaluation';
import { isGap, setWithGap } from './gaps';
import { own } from './names';
import { createdMember } from './writable';

export type Warn = (reason: string) => void;

export type Writer = (document: JsonObject, value: Json, warn?: Warn) => void;

interface Write {
	readonly document: JsonObject;
	readonly value: Json;
	readonly warn: Warn;
}

/** Gives what has to stand in a place where `existing` stands now; `undefined` = leave it absent. */
type Place = (existing: Json | undefined, write: Write) => Json | undefined;

/** Steps must have passed {@link whyNotWritable}. */
export function compileWriter(
	text: string,
	steps: readonly Step[],
	compileFilter: CompileFilter,
): Writer {
	if (steps.length === 0) return (document, value) => mergeIntoRoot(text, document, value);
	// Most paths are read or written, not both: the general way is compiled when it is needed.
	let place: Place | undefined;
	const writeAnywhere: Writer = (document, value, warn = () => undefined) => {
		place ??= compilePlace(text, steps, compileFilter);
		place(document, { document, value, warn });
	};
	const names = steps.flatMap((step) => (step.kind === 'name' ? [step.name] : []));
	const last = names.pop();
	if (last === undefined || names.length !== steps.length - 1) return writeAnywhere;
	// And most are names, whose objects are there already after the first of them.
	return (document, value, warn) => {
		let at = document;
		for (const name of names) {
			const child = own(at, name);
			if (!isObject(child)) return writeAnywhere(document, value, warn);
			at = child;
		}
		at[last] = copyJson(value);
	};
}

function compilePlace(text: string, steps: readonly Step[], compileFilter: CompileFilter): Place {
	return steps.reduceRight<Place>(
		(next, step, position) =>
			compileStep(text, step, next, position === steps.length - 1, compileFilter),
		(_, write) => copyJson(write.value),
	);
}

function mergeIntoRoot(text: string, document: JsonObject, value: Json): void {
	if (!isObject(value)) refuse(text, 'only an object can become the whole document');
	mergeMembers(document, value);
}

function compileStep(
	text: string,
	step: Step,
	next: Place,
	isLast: boolean,
	compileFilter: CompileFilter,
): Place {
	switch (step.kind) {
		case 'name':
			return placeMember(text, step.name, next);
		case 'index':
			return isLast ? placeLastElement(step.index) : placeElement(step.index, next);
		case 'wildcard':
			return placeEach(next);
		case 'filter': {
			const name = isLast ? createdMember(step.filter) : undefined;
			return name === undefined
				? placeMatching(compileFilter(step.filter), next)
				: placeCreated(text, name);
		}
		default:
			throw new Error(`a step of kind ${step.kind} cannot be written to`);
	}
}

function placeMember(text: string, name: string, next: Place): Place {
	const placeInto: Place = (existing, write) => {
		if (Array.isArray(existing)) {
			const [only] = existing;
			if (existing.length !== 1) {
				refuse(text, `\`${name}\` cannot be set in a list of ${existing.length} elements`);
			}
			const element = placeInto(only, write);
			if (element !== undefined) existing[0] = element;
			return existing;
		}
		if (isObject(existing)) {
			const member = next(own(existing, name), write);
			if (member !== undefined) existing[name] = member;
			return existing;
		}
		const member = next(undefined, write);
		if (member === undefined) return existing;
		if (existing !== undefined) {
			write.warn(`${text}: a plain value is replaced by an object to hold \`${name}\``);
		}
		return objectWith(name, member);
	};
	return placeInto;
}

/** The list to go on with: what is no list yet becomes its first element. */
function listFrom(existing: Json | undefined): Json[] {
	if (Array.isArray(existing)) return existing;
	return existing === undefined || existing === null ? [] : [existing];
}

function placeElement(index: number, next: Place): Place {
	return (existing, write) => {
		const list = listFrom(existing);
		const element = next(list[index], write);
		if (element === undefined) return existing;
		setWithGap(list, index, element, write.document);
		return list;
	};
}

/** A list is spliced in, an object inserted, a plain value set: so no element is lost or nested. */
function placeLastElement(index: number): Place {
	return (existing, write) => {
		const { value, document } = write;
		if (Array.isArray(value) && !isKnown(existing)) return copyJson(value);
		const list = listFrom(existing);
		const inserted = Array.isArray(value) ? value : [value];
		const fits = isGap(list, index) || index >= list.length;
		if (!Array.isArray(value) && (fits || !isObject(value))) {
			setWithGap(list, index, copyJson(value), document);
			return list;
		}
		const copies = inserted.map((item) => copyJson(item));
		if (copies.length > 0 && index > list.length) {
			copies.forEach((copy, offset) => setWithGap(list, index + offset, copy, document));
		} else {
			list.splice(index, isGap(list, index) && copies.length > 0 ? 1 : 0, ...copies);
		}
		return list;
	};
}

function isKnown(value: Json | undefined): boolean {
	return value !== undefined && value !== null;
}

function placeEach(next: Place): Place {
	return (existing, write) => {
		if (Array.isArray(existing)) {
			existing.forEach((element, index) => {
				const placed = next(element, write);
				if (placed !== undefined) existing[index] = placed;
			});
		} else if (isObject(existing)) {
			for (const name of Object.keys(existing)) {
				const placed = next(existing[name], write);
				if (placed !== undefined) existing[name] = placed;
			}
		}
		return existing;
	};
}

function placeMatching(test: Test, next: Place): Place {
	return (existing, write) => {
		if (Array.isArray(existing)) {
			existing.forEach((element, index) => {
				if (!test(element, write.document, NO_VARIABLES)) return;
				const placed = next(element, write);
				if (placed !== undefined) existing[index] = placed;
			});
			return existing;
		}
		const asks = isObject(existing) && test(existing, write.document, NO_VARIABLES);
		return asks ? next(existing, write) : existing;
	};
}

function placeCreated(text: string, name: string): Place {
	return (existing, write) => {
		if (isKnown(existing) && !Array.isArray(existing)) {
			refuse(text, 'elements can be added to a list only');
		}
		const list = Array.isArray(existing) ? existing : [];
		for (const item of Array.isArray(write.value) ? write.value : [write.value]) {
			list.push(isObject(item) ? copyJson(item) : objectWith(name, copyJson(item)));
		}
		return list;
	};
}

/** Several times faster than a literal with a computed name. */
function objectWith(name: string, member: Json): JsonObject {
	const created: JsonObject = {};
	created[name] = member;
	return created;
}

function refuse(text: string, reason: string): never {
	throw new ProvisioningError({
		code: 'path.notWritable',
		message: `Nothing can be written to ${text}: ${reason}`,
		hint: 'Look at the mappings that wrote to the same attribute before, and make their forms agree.',
	});
}
