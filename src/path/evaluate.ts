import type { Json } from '../model/json';
import type { Call, Expression, Operand, PathNode, RegexNode, Step } from './ast';
import { firstIndefinite } from './ast';
import type { Document } from './bind';
import { bindSteps, looksAtDocument } from './bind';
import * as compare from './compare';
import { compileComparison, not } from './comparison';
import type { Reader, Test, Variables } from './evaluation';
import { conditionFunctions } from './functions';
import { isPresent } from './names';
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
			return compileComparison(
				expression,
				compileOperand(expression.left, place).read,
				compileOperand(expression.right, place).read,
			);
		case 'match':
			return compileMatch(expression.operand, expression.regex, place);
		case 'call':
			return compileCall(expression.call, place);
	}
}

export function compileFilter(filter: Expression): Test {
	return compileTest(filter, 'filter');
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

function compileOperand(operand: Operand, place: Place): CompiledOperand {
	switch (operand.kind) {
		case 'literal': {
			const { value } = operand;
			return { read: () => value, isLiteral: true };
		}
		case 'known': {
			const { value } = operand;
			return { read: () => value };
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
	const readSteps = compileSteps(path.steps);
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

/** Filters that look at the document are compiled for it anew: nothing is read once per element. */
export function compileSteps(steps: readonly Step[]): Reader {
	if (!looksAtDocument(steps)) return compileReader(steps, compileFilter);
	return (current, root, variables) => {
		const bound = bindSteps(steps, documentFor('filter', root, variables));
		return compileReader(bound, compileFilter)(current, root, variables);
	};
}

/** Answers for `bindSteps` and `bindExpression`. */
export function documentFor(place: Place, root: Json | undefined, variables: Variables): Document {
	return {
		ask: (leaf) => compileTest(leaf, place)(root, root, variables),
		read: (path) => compilePathNode(path, place)(root, root, variables),
	};
}
