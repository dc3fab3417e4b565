import type { Entity } from '../model/entity';
import { isObject, member, type Json } from '../model/json';
import { findDifferences, place, valueAt, type Difference } from './difference';
import type { Guard } from './guard';
import type { Wanted } from './planning';
import { satisfies } from './same';

/** Accounts and values that one process keeps in mind for a connection. */
const KEPT = 10_000;
/** As JSON; the empty text stands for what is not there. */
const connections = new WeakMap<Guard, Map<string, string>>();

/** A telephone number, as people write it. */
const NUMBER = /^[+\d\s()/.-]{7,}$/;

/** Whether a target has stored what was wanted, in a form of its own: other case, other blanks, a bare number. */
export function isOtherForm(stored: Json | undefined, wanted: Json | undefined): boolean {
	if (typeof stored === 'string' && typeof wanted === 'string') {
		return plainForm(stored) === plainForm(wanted) && plainForm(wanted) !== '';
	}
	if (Array.isArray(stored) && Array.isArray(wanted)) {
		const isStored = (one: Json) => stored.some((other) => isOtherForm(other, one));
		return stored.length === wanted.length && wanted.every(isStored);
	}
	if (isObject(stored) && isObject(wanted)) {
		return Object.entries(wanted).every(([name, part]) => isOtherForm(member(stored, name), part));
	}
	return satisfies(stored, wanted);
}

function plainForm(text: string): string {
	if (NUMBER.test(text)) return text.replace(/\D/g, '');
	return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The next run that wants the same and finds this stored need not write it again. */
export function keepForm(guard: Guard, account: Entity, difference: Difference): void {
	const forms = connections.get(guard) ?? new Map<string, string>();
	connections.set(guard, forms);
	forms.set(keyOf(account, difference), formOf(account, difference));
	const [oldest] = forms.keys();
	if (forms.size > KEPT && oldest !== undefined) forms.delete(oldest);
}

/** What is wanted, in the form that the target is known to give it; advice of one process, never a promise. */
export function inKnownForm(guard: Guard, wanted: Wanted, current: Entity | undefined): Wanted {
	const forms = connections.get(guard);
	if (!forms || !wanted.present || !current) return wanted;
	const known = findDifferences(current.attributes, wanted.attributes).filter(
		(difference) => forms.get(keyOf(current, difference)) === formOf(current, difference),
	);
	if (known.length === 0) return wanted;
	const attributes = structuredClone(wanted.attributes);
	for (const difference of known) {
		place(attributes, difference.names, storedAt(current, difference) ?? null);
	}
	return { ...wanted, attributes };
}

function formOf(account: Entity, difference: Difference): string {
	const stored = storedAt(account, difference);
	return stored === undefined ? '' : JSON.stringify(stored);
}

function storedAt({ attributes }: Entity, { names }: Difference): Json | undefined {
	return valueAt(attributes, names);
}

function keyOf({ type, id }: Entity, { names, wanted }: Difference): string {
	return JSON.stringify([type, id, names, wanted]);
}
