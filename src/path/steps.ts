import type { Expression, Step } from './ast';
import { Cursor } from './lex';

type ParseFilter = (cursor: Cursor) => Expression;

const INTEGER = /^-?\d+$/;

export interface ParsedSteps {
	readonly steps: Step[];
	/** Ended in `.length()`, which stands for the number of elements. */
	readonly length: boolean;
}

/** Everything behind `$` or `@`, up to the first character that cannot continue a path. */
export function parseSteps(cursor: Cursor, parseFilter: ParseFilter): ParsedSteps {
	const steps: Step[] = [];
	for (;;) {
		if (cursor.eat('..')) {
			// One is linear; with two, a document of n values could give n * n results.
			if (steps.some(({ kind }) => kind === 'descendants')) {
				cursor.fail('a path may hold `..` only once', cursor.at - 2);
			}
			steps.push({ kind: 'descendants' });
		} else if (!cursor.eat('.')) {
			if (cursor.peek() !== '[') return { steps, length: false };
			steps.push(parseBracket(cursor, parseFilter));
			continue;
		}
		if (cursor.peek() === '[') steps.push(parseBracket(cursor, parseFilter));
		else if (cursor.eat('*')) steps.push({ kind: 'wildcard' });
		else if (cursor.eat('length()')) return { steps, length: true };
		else steps.push(...parseName(cursor, parseFilter));
	}
}

function parseName(cursor: Cursor, parseFilter: ParseFilter): Step[] {
	const start = cursor.at;
	const { name, expanded } = cursor.readName();
	if (name === 'length' && cursor.peek() === '(') {
		cursor.fail('`.length()` has nothing in its brackets', start);
	}
	if (cursor.peek() === '(') cursor.fail(`\`${name}()\` is no function of a path`, start);
	if (!expanded) return [{ kind: 'name', name }];
	const inserted = new Cursor(`.${name}`, { code: cursor.options.code });
	const { steps, length } = parseSteps(inserted, parseFilter);
	if (!inserted.done || length) cursor.fail('the property inserted here is no path', start);
	return steps;
}

function parseBracket(cursor: Cursor, parseFilter: ParseFilter): Step {
	cursor.expect('[');
	cursor.skipBlanks();
	const step = parseSelector(cursor, parseFilter);
	cursor.expect(']');
	return step;
}

function parseSelector(cursor: Cursor, parseFilter: ParseFilter): Step {
	if (cursor.eat('*')) return { kind: 'wildcard' };
	if (cursor.eat('?')) return { kind: 'filter', filter: parseFilter(cursor) };
	if (/['"]/.test(cursor.peek())) return parseNames(cursor);
	return parseIndexes(cursor);
}

function parseNames(cursor: Cursor): Step {
	const names: string[] = [];
	do {
		cursor.skipBlanks();
		if (!/['"]/.test(cursor.peek())) cursor.fail('a name in quotes is expected');
		names.push(cursor.readQuoted(false).join(''));
		cursor.skipBlanks();
	} while (cursor.eat(','));
	const [name] = names;
	return names.length === 1 && name !== undefined
		? { kind: 'name', name }
		: { kind: 'names', names };
}

function parseIndexes(cursor: Cursor): Step {
	const start = cursor.at;
	const end = cursor.text.indexOf(']', start);
	const body = end < 0 ? '' : cursor.text.slice(start, end);
	cursor.at = end < 0 ? start : end;
	const slice = body.split(':').map((bound) => bound.trim());
	if (slice.length === 2) {
		const [from, to] = slice.map((bound) => (bound === '' ? undefined : parseInteger(bound)));
		return { kind: 'slice', ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
	}
	const indexes = body.split(',').map((part) => parseInteger(part.trim()));
	const [index] = indexes;
	return indexes.length === 1 && index !== undefined
		? { kind: 'index', index }
		: { kind: 'indexes', indexes };

	function parseInteger(text: string): number {
		const value = Number(text);
		if (INTEGER.test(text) && Number.isSafeInteger(value)) return value;
		return cursor.fail('a number, a name in quotes, `*` or a filter `?(...)` is expected', start);
	}
}
