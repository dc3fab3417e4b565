import type { Comparison, Expression, Leaf, Operand, PathNode, RegexNode } from './ast';
import { parseCall } from './calls';
import type { Cursor } from './lex';
import { isRegexOperand, parseOperand } from './operands';
import { parseSteps } from './steps';

const COMPARISONS = ['===', '!==', '==', '!=', '<=', '>=', '<', '>'] as const;
const WORD = /[A-Za-z]+/y;
const WORDS: ReadonlySet<string> = new Set<Comparison>(['in', 'nin', 'contains']);

/** A path that may be followed by something else; the caller looks at what comes next. */
export function parsePath(cursor: Cursor): PathNode {
	const start = cursor.at;
	const origin = cursor.eat('@') ? '@' : '$';
	if (origin === '$') cursor.eat('$');
	const { steps, length } = parseSteps(cursor, parseCondition);
	return { origin, steps, length, text: cursor.text.slice(start, cursor.at) };
}

/** `or > and > not > leaf`; stops at the first character that cannot continue a condition. */
export function parseCondition(cursor: Cursor): Expression {
	cursor.enter();
	const condition = parseParts(cursor, 'or', '||', () =>
		parseParts(cursor, 'and', '&&', () => parseNot(cursor)),
	);
	cursor.leave();
	return condition;
}

function parseParts(
	cursor: Cursor,
	kind: 'and' | 'or',
	sign: string,
	parsePart: () => Expression,
): Expression {
	const first = parsePart();
	const parts = [first];
	cursor.skipBlanks();
	while (cursor.eat(sign)) {
		parts.push(parsePart());
		cursor.skipBlanks();
	}
	return parts.length === 1 ? first : { kind, parts };
}

function parseNot(cursor: Cursor): Expression {
	cursor.skipBlanks();
	if (cursor.eat('!')) {
		cursor.enter();
		const part = parseNot(cursor);
		cursor.leave();
		return { kind: 'not', part };
	}
	if (!cursor.eat('(')) return parseLeaf(cursor);
	const condition = parseCondition(cursor);
	cursor.expect(')');
	return condition;
}

function parseLeaf(cursor: Cursor): Expression {
	const start = cursor.at;
	const call = parseCall(cursor, parsePath);
	if (call !== undefined) return { kind: 'call', call, text: textFrom(start) };
	const left = parseOperand(cursor, parsePath);
	const end = cursor.at;
	cursor.skipBlanks();
	const place = cursor.at;
	const operator = readOperator(cursor);
	if (operator === undefined) {
		cursor.at = end;
		return { ...exists(cursor, left, start), text: textFrom(start) };
	}
	cursor.skipBlanks();
	const leaf = parseRelation(cursor, left, operator, place);
	return { ...leaf, text: textFrom(start) };

	function textFrom(begin: number): string {
		return cursor.text.slice(begin, cursor.at);
	}
}

type Relation = Leaf extends infer L ? (L extends Leaf ? Omit<L, 'text'> : never) : never;

function exists(cursor: Cursor, operand: Operand | RegexNode, start: number): Relation {
	if (isRegexOperand(operand)) return cursor.fail('a regular expression needs `=~`', start);
	const decides =
		operand.kind === 'path' ||
		(operand.kind === 'literal' && (operand.value === null || typeof operand.value === 'boolean'));
	if (!decides) cursor.fail('a value alone is no condition', start);
	return { kind: 'exists', operand };
}

function parseRelation(
	cursor: Cursor,
	left: Operand | RegexNode,
	operator: Comparison | '=~' | 'empty',
	place: number,
): Relation {
	const start = cursor.at;
	if (operator === 'empty') {
		const { word } = cursor.readBare();
		if (word !== 'true' && word !== 'false') {
			cursor.fail('`true` or `false` is expected behind `empty`', start);
		}
		return isRegexOperand(left)
			? cursor.fail('a regular expression needs `=~`', place)
			: { kind: 'empty', operand: left, wanted: word === 'true' };
	}
	const right = parseOperand(cursor, parsePath);
	if (operator === '=~') return match(cursor, left, right, start);
	if (isRegexOperand(left) || isRegexOperand(right)) {
		return cursor.fail('a regular expression needs `=~`', place);
	}
	return { kind: 'compare', operator, left, right };
}

function match(
	cursor: Cursor,
	left: Operand | RegexNode,
	right: Operand | RegexNode,
	start: number,
): Relation {
	if (isRegexOperand(right) && !isRegexOperand(left)) {
		return { kind: 'match', operand: left, regex: right };
	}
	if (isRegexOperand(left) && !isRegexOperand(right)) {
		return { kind: 'match', operand: right, regex: left };
	}
	const unset = !isRegexOperand(left) && !isRegexOperand(right) && isNull(right);
	return unset
		? { kind: 'match', operand: left }
		: cursor.fail('a regular expression between slashes is expected on one side of `=~`', start);
}

function isNull(operand: Operand): boolean {
	return operand.kind === 'literal' && operand.value === null;
}

function readOperator(cursor: Cursor): Comparison | '=~' | 'empty' | undefined {
	if (cursor.eat('=~')) return '=~';
	const comparison = COMPARISONS.find((sign) => cursor.eat(sign));
	if (comparison !== undefined) return comparison;
	if (cursor.peek() === '=') cursor.fail('one `=` is no operator; write `==`');
	WORD.lastIndex = cursor.at;
	const word = WORD.exec(cursor.text)?.[0];
	if (word === undefined) return undefined;
	const operator = word.toLowerCase();
	if (operator !== 'empty' && !isComparison(operator)) {
		return cursor.fail(`\`${word}\` is no operator`);
	}
	cursor.at += word.length;
	return operator;
}

function isComparison(word: string): word is 'in' | 'nin' | 'contains' {
	return WORDS.has(word);
}
