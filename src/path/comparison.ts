import type { Json } from '../model/json';
import type { Comparison, Leaf, Operand } from './ast';
import * as compare from './compare';
import type { Reader, Test } from './evaluation';
import { membershipOf } from './membership';
import { memberReader } from './names';

const COMPARISONS: Readonly<
	Record<Comparison, (left: Json | undefined, right: Json | undefined) => boolean>
> = {
	'==': compare.looselyEqual,
	'===': compare.strictlyEqual,
	'!=': (left, right) => !compare.looselyEqual(left, right),
	'!==': (left, right) => !compare.strictlyEqual(left, right),
	'<': compare.isLess,
	'<=': compare.isLessOrEqual,
	'>': (left, right) => compare.isLess(right, left),
	'>=': (left, right) => compare.isLessOrEqual(right, left),
	in: compare.isIn,
	nin: (left, right) => !compare.isIn(left, right),
	contains: compare.contains,
};

/** The question of one comparison, given how its sides are read. */
export function compileComparison(
	leaf: Extract<Leaf, { kind: 'compare' }>,
	readLeft: Reader,
	readRight: Reader,
): Test {
	const holds = COMPARISONS[leaf.operator];
	const list = listOf(leaf.operator === 'contains' ? leaf.left : leaf.right);
	if (list !== undefined && ['in', 'nin', 'contains'].includes(leaf.operator)) {
		const isMember = membershipOf(list);
		const read = leaf.operator === 'contains' ? readRight : readLeft;
		const test: Test = (current, root, variables) => isMember(read(current, root, variables));
		return leaf.operator === 'nin' ? not(test) : test;
	}
	if (leaf.right.kind !== 'literal') {
		return (current, root, variables) =>
			holds(readLeft(current, root, variables), readRight(current, root, variables));
	}
	const { value } = leaf.right;
	if (typeof value === 'string' || typeof value === 'boolean') {
		if (leaf.operator === '==') return equals(leaf.left, readLeft, value);
		if (leaf.operator === '!=') return not(equals(leaf.left, readLeft, value));
	}
	return (current, root, variables) => holds(readLeft(current, root, variables), value);
}

/** A list that stays the same whatever is asked about it. */
function listOf(operand: Operand): readonly Json[] | undefined {
	const isFixed = operand.kind === 'literal' || operand.kind === 'known';
	return isFixed && Array.isArray(operand.value) ? operand.value : undefined;
}

/** Most filters ask whether one member is one text or flag, so they get there without detours. */
function equals(left: Operand, read: Reader, value: string | boolean): Test {
	const name = memberOf(left);
	if (name === undefined) {
		return (current, root, variables) => isValue(read(current, root, variables), value);
	}
	const readMember = memberReader([name]);
	return (current) => isValue(readMember(current), value);
}

function isValue(found: Json | undefined, value: string | boolean): boolean {
	return found === value || (typeof found === 'number' && compare.looselyEqual(found, value));
}

/** `name` of `@.name`. */
function memberOf(operand: Operand): string | undefined {
	if (operand.kind !== 'path' || operand.path.origin !== '@' || operand.path.length)
		return undefined;
	const [step] = operand.path.steps;
	return operand.path.steps.length === 1 && step?.kind === 'name' ? step.name : undefined;
}

export function not(test: Test): Test {
	return (current, root, variables) => !test(current, root, variables);
}
