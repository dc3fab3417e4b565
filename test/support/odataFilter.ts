import { isObject, type Json, type JsonObject } from '../../src/model/json';

/** A refusal in the form of SAP SuccessFactors. */
export class OdataError extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
	) {
		super(message);
		this.name = 'OdataError';
	}
}

type Test = (row: JsonObject) => boolean;

const TOKEN = /\s*(datetimeoffset'[^']*'|'(?:[^']|'')*'|\d+L?|\(|\)|,|[A-Za-z_][\w/]*)|\s*(\S)/gy;

function tokensOf(text: string): string[] {
	return Array.from(text.matchAll(TOKEN), ([, token, stray]) => {
		if (token === undefined) throw invalid(`'${stray}' is not expected`);
		return token;
	});
}

function invalid(message: string): OdataError {
	return new OdataError(400, 'COE_INVALID_FILTER', `[COE0018]${message}`);
}

export function valueAt(row: Json | undefined, path: string): Json | undefined {
	return path
		.split('/')
		.reduce<Json | undefined>((value, name) => (isObject(value) ? value[name] : undefined), row);
}

function constant(token: string | undefined): string {
	const [, time] = /^datetimeoffset'(.*)'$/.exec(token ?? '') ?? [];
	if (time !== undefined) return `/Date(${Date.parse(time)}+0000)/`;
	if (token?.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
	if (/^\d+L?$/.test(token ?? '')) return (token ?? '').replace('L', '');
	throw invalid('a value is expected');
}

function instant(text: string): number {
	return Number(/^\/Date\((-?\d+)/.exec(text)?.[1]);
}

function compare(operator: string, value: string, wanted: string): boolean {
	switch (operator) {
		case 'eq':
			return value === wanted;
		case 'ne':
			return value !== wanted;
		case 'gt':
			return instant(value) > instant(wanted);
		default:
			throw invalid(`'${operator}' is no operator`);
	}
}

/**
 * `eq`, `ne`, `gt`, `in`, `and`, `or` and brackets.
 *
 * @throws OdataError 400
 */
export function parseOdataFilter(text: string): Test {
	const tokens = tokensOf(text);
	let at = 0;
	const next = () => tokens[at++];

	function comparison(): Test {
		if (tokens[at] === '(') {
			at++;
			const inner = either();
			if (next() !== ')') throw invalid('a bracket is open');
			return inner;
		}
		const path = next() ?? '';
		const operator = next() ?? '';
		const read = (row: JsonObject) => String(valueAt(row, path) ?? '');
		const wanted = [constant(next())];
		if (operator !== 'in') return (row) => compare(operator, read(row), wanted[0] ?? '');
		while (tokens[at] === ',') {
			at++;
			wanted.push(constant(next()));
		}
		return (row) => wanted.includes(read(row));
	}

	function both(): Test {
		const parts = [comparison()];
		while (tokens[at] === 'and') {
			at++;
			parts.push(comparison());
		}
		return (row) => parts.every((holds) => holds(row));
	}

	function either(): Test {
		const parts = [both()];
		while (tokens[at] === 'or') {
			at++;
			parts.push(both());
		}
		return (row) => parts.some((holds) => holds(row));
	}

	const test = either();
	if (at < tokens.length) throw invalid(`'${tokens[at]}' is not expected`);
	return test;
}
