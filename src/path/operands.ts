import type { Json } from '../model/json';
import type { Operand, PathNode, RegexNode, Template } from './ast';
import type { Cursor } from './lex';
import { compileRegex } from './regex';

type ParsePath = (cursor: Cursor) => PathNode;

const NUMBER = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const FLAGS = /[A-Za-z]*/y;
const WORDS: Readonly<Record<string, Json>> = { true: true, false: false, null: null };

export function isRegexOperand(operand: Operand | RegexNode): operand is RegexNode {
	return 'flags' in operand;
}

/** Path, text, number, `true`, `false`, `null`, list, or regular expression. */
export function parseOperand(cursor: Cursor, parsePath: ParsePath): Operand | RegexNode {
	const sign = cursor.peek();
	if (sign === '$' || sign === '@') return { kind: 'path', path: parsePath(cursor) };
	if (sign === "'" || sign === '"') return quoted(cursor.readQuoted(true));
	if (sign === '[') return parseList(cursor);
	if (sign === '/') return parseRegex(cursor);
	return parseBare(cursor);
}

function quoted(template: Template): Operand {
	return isFixed(template)
		? { kind: 'literal', value: template.join('') }
		: { kind: 'template', template };
}

function parseList(cursor: Cursor): Operand {
	const items: Operand[] = [];
	cursor.enter();
	cursor.expect('[');
	cursor.skipBlanks();
	if (!cursor.eat(']')) {
		do {
			cursor.skipBlanks();
			items.push(parseItem(cursor));
			cursor.skipBlanks();
		} while (cursor.eat(','));
		cursor.expect(']');
	}
	cursor.leave();
	const values = items.flatMap((item) => (item.kind === 'literal' ? [item.value] : []));
	return values.length === items.length
		? { kind: 'literal', value: values }
		: { kind: 'list', items };
}

function parseItem(cursor: Cursor): Operand {
	const start = cursor.at;
	if (/[$@/]/.test(cursor.peek())) cursor.fail('a list holds texts, numbers and lists only');
	const item = parseOperand(cursor, () => cursor.fail('a list holds no paths'));
	return isRegexOperand(item) ? cursor.fail('a list holds no regular expressions', start) : item;
}

function parseRegex(cursor: Cursor): RegexNode {
	const start = cursor.at;
	cursor.expect('/');
	const template = cursor.readPattern();
	FLAGS.lastIndex = cursor.at;
	const flags = FLAGS.exec(cursor.text)?.[0] ?? '';
	cursor.at += flags.length;
	return checked(cursor, { template, flags }, start);
}

/** What cannot be a regular expression is refused when the condition is compiled, not when it runs. */
function checked(cursor: Cursor, regex: RegexNode, start: number): RegexNode {
	if (!isFixed(regex.template)) return regex;
	try {
		compileRegex(regex.template.join(''), regex.flags);
	} catch (error) {
		cursor.fail(error instanceof Error ? error.message : 'no regular expression', start);
	}
	return regex;
}

function parseBare(cursor: Cursor): Operand | RegexNode {
	const start = cursor.at;
	const { word, expanded } = cursor.readBare();
	if (cursor.at === start) {
		cursor.fail(cursor.done ? 'a value is expected' : 'a path, text or number is expected');
	}
	const regex = expanded ? /^\s*\/(.*)\/([A-Za-z]*)\s*$/s.exec(word) : null;
	if (regex !== null) {
		return checked(cursor, { template: [regex[1] ?? ''], flags: regex[2] ?? '' }, start);
	}
	const known = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
	if (known !== undefined) return { kind: 'literal', value: known };
	if (NUMBER.test(word)) return { kind: 'literal', value: Number(word) };
	return { kind: 'literal', value: word, ...(!expanded && { isBareWord: true }) };
}

function isFixed(template: Template): template is readonly string[] {
	return template.every((part) => typeof part === 'string');
}
