import type { Entity } from '../model/entity';

/** Accounts of administrators, and the one that this workflow itself logs on with, are nobody's to change. */
export function isProtected({ type, attributes }: Entity, patterns: readonly string[]): boolean {
	const name = attributes[type === 'user' ? 'userName' : 'displayName'];
	return typeof name === 'string' && patterns.some((pattern) => isLike(name, pattern));
}

/** Without regard to case; `*` stands for any characters. */
function isLike(name: string, pattern: string): boolean {
	const text = name.toLowerCase();
	const [first = '', ...rest] = pattern.toLowerCase().split('*');
	const last = rest.pop();
	if (last === undefined) return text === first;
	if (!text.startsWith(first)) return false;
	let from = first.length;
	for (const part of rest) {
		const found = text.indexOf(part, from);
		if (found < 0) return false;
		from = found + part.length;
	}
	return text.length >= from + last.length && text.endsWith(last);
}
