import type { Json } from '../model/json';
import type { Call, Comparison, Expression, Leaf, Operand, PathNode, RegexNode } from './ast';
import { firstIndefinite } from './ast';
import * as compare from './compare';
import type { Reader, Test } from './evaluation';
import { conditionFunctions } from './functions';
import { isPresent, memberReader } from './names';
import { compileReader } from './read';
import { compileRegex } from './regex';
import { compileTemplate, textOf } from './template';

/**
 * A filter in a path answers as the reference implementation does, wherever the path stands.
 * A condition treats absent and null as empty, and a list of matches over an absent list as `[]`.
 */
type Place = 'condition' | 'filter';

export function compileTest(expression: Expression, place: Place): Test {
	switch (expression.kind) {
		case 'and':
			return allOf(expression.parts.map((part) => compileTest(part, place)));
		case 'or':
			return anyOf(expression.parts.map((part) => compileTest(part, place)));
		case 'not':
			return not(compileTest(expression.part, place));
		case 'exists':
			return compileExists(compileOperand(expression.operand, place));
		case 'empty':
			return compileEmpty(expression.operand, expression.wanted, place);
		case 'compare':
			return compileComparison(expression, place);
		case 'match':
			return compileMatch(expression.operand, expression.regex, place);
		case 'call':
			return compileCall(expression.call, place);
	}
}

export function compileFilter(filter: Expression): Test {
	return compileTest(filter, 'filter');
}

function not(test: Test): Test {
	return (current, root, variables) => !test(current, root, variables);
}

function allOf(tests: readonly Test[]): Test {
	const [first, second] = tests;
	if (tests.length === 2 && first !== undefined && second !== undefined) {
		return (current, root, variables) =>
			first(current, root, variables) && second(current, root, variables);
	}
	return (current, root, variables) => {
		for (const test of tests) if (!test(current, root, variables)) return false;
		return true;
	};
}

function anyOf(tests: readonly Test[]): Test {
	const [first, second] = tests;
	if (tests.length === 2 && first !== undefined && second !== undefined) {
		return (current, root, variables) =>
			first(current, root, variables) || second(current, root, variables);
	}
	return (current, root, variables) => {
		for (const test of tests) if (test(current, root, variables)) return true;
		return false;
	};
}

/** Null exists; a literal (the value of a property) counts when it is `true`. */
function compileExists({ read, isLiteral, isList }: CompiledOperand): Test {
	if (isLiteral) return (current, root, variables) => read(current, root, variables) === true;
	if (isList) {
		return (current, root, variables) => {
			const found = read(current, root, variables);
			return Array.isArray(found) && found.length > 0;
		};
	}
	return (current, root, variables) => read(current, root, variables) !== undefined;
}

function compileEmpty(operand: Operand, wanted: boolean, place: Place): Test {
	const { read } = compileOperand(operand, place);
	const inCondition = place === 'condition';
	return (current, root, variables) => {
		const value = read(current, root, variables);
		if (!isPresent(value)) return inCondition && wanted;
		const empty = compare.isEmpty(value);
		return empty === undefined ? inCondition && !wanted : empty === wanted;
	};
}

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

function compileComparison(leaf: Extract<Leaf, { kind: 'compare' }>, place: Place): Test {
	const { read: readLeft } = compileOperand(leaf.left, place);
	const { read: readRight } = compileOperand(leaf.right, place);
	const holds = COMPARISONS[leaf.operator];
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

function compileMatch(operand: Operand, regex: RegexNode | undefined, place: Place): Test {
	if (regex === undefined) return () => false;
	const { read } = compileOperand(operand, place);
	const [text] = regex.template;
	const isFixed = regex.template.length === 1 && typeof text === 'string';
	const fixed = isFixed ? compileRegex(text, regex.flags) : undefined;
	const pattern = compileTemplate(regex.template);
	return (current, root, variables) => {
		const { matches } = fixed ?? compileRegex(pattern(current, root, variables), regex.flags);
		const value = read(current, root, variables);
		if (Array.isArray(value)) return value.some((item) => matches(textOf(item)));
		return matches(textOf(value));
	};
}

function compileCall({ name, path, property }: Call, place: Place): Test {
	const definition = conditionFunctions.get(name);
	if (definition === undefined) throw new Error(`the parser let ${name} pass`);
	const read: Reader = path === undefined ? () => undefined : compilePathNode(path, place);
	return (current, root, variables) => {
		const value = read(current, root, variables);
		return definition.test(root, value === null ? undefined : value, property);
	};
}

interface CompiledOperand {
	readonly read: Reader;
	readonly isLiteral?: true;
	/** Addresses several values. */
	readonly isList?: boolean;
}

export function compileOperand(operand: Operand, place: Place): CompiledOperand {
	switch (operand.kind) {
		case 'literal': {
			const { value } = operand;
			return { read: () => value, isLiteral: true };
		}
		case 'template':
			return { read: compileTemplate(operand.template) };
		case 'list': {
			const reads = operand.items.map((item) => compileOperand(item, place).read);
			return {
				read: (current, root, variables) =>
					reads.map((read) => read(current, root, variables) ?? null),
			};
		}
		case 'path': {
			const { path } = operand;
			const isList = firstIndefinite(path.steps) >= 0 && !path.length;
			return { read: compilePathNode(path, place), isList };
		}
	}
}

export function compilePathNode(path: PathNode, place: Place): Reader {
	const readSteps = compileReader(path.steps, compileFilter);
	const read: Reader =
		path.origin === '@' ? readSteps : (_, root, variables) => readSteps(root, root, variables);
	const isList = firstIndefinite(path.steps) >= 0;
	const readAll: Reader =
		isList && place === 'condition'
			? (current, root, variables) => read(current, root, variables) ?? []
			: read;
	if (!path.length) return readAll;
	return (current, root, variables) => compare.lengthOf(readAll(current, root, variables));
}
