import type { ErrorCode } from '../model/errors';
import { ProvisioningError } from '../model/errors';
import type { Template } from './ast';
import { ownProperty } from './names';

const REFERENCE = /%([A-Za-z0-9._-]+)%/y;
const VARIABLE = /\$\{([A-Za-z0-9._-]+)\}/y;
const BLANK = /\s*/y;
const NAME_END = /[\s.[\](),=<>!~&|'"]/;
const BARE = /[A-Za-z0-9._+-]/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const NEAR = 30;

/** Deeper nesting of brackets, filters and negations is refused. */
export const MAX_DEPTH = 40;
const MAX_TEXT = 20_000;

export interface LexOptions {
	readonly code: Extract<ErrorCode, 'path.invalid' | 'condition.invalid'>;
	/** Values of `%name%`; absent = neither `%name%` nor `${name}` has a meaning here. */
	readonly properties?: Readonly<Record<string, string>>;
	/** Characters in front that the author did not write. */
	readonly shift?: number;
}

/** A place in the text of a path or condition, with the words that can stand there. */
export class Cursor {
	at = 0;
	/** The outcome depends on the properties, so it must not be shared. */
	usedProperties = false;
	private depth = 0;
	private inserted = 0;

	constructor(
		readonly text: string,
		readonly options: LexOptions,
	) {
		if (text.length > MAX_TEXT) this.fail(`it is longer than ${MAX_TEXT} characters`, 0);
	}

	get done(): boolean {
		return this.at >= this.text.length;
	}

	peek(): string {
		return this.text.charAt(this.at);
	}

	eat(word: string): boolean {
		if (!this.text.startsWith(word, this.at)) return false;
		this.at += word.length;
		return true;
	}

	expect(word: string): void {
		this.skipBlanks();
		if (!this.eat(word)) this.fail(`\`${word}\` is expected`);
	}

	skipBlanks(): void {
		BLANK.lastIndex = this.at;
		BLANK.test(this.text);
		this.at = BLANK.lastIndex;
	}

	enter(): void {
		this.depth += 1;
		if (this.depth > MAX_DEPTH) this.fail(`it is nested deeper than ${MAX_DEPTH} levels`);
	}

	leave(): void {
		this.depth -= 1;
	}

	/** @throws ProvisioningError always, naming the column and the text around it */
	fail(reason: string, at = this.at): never {
		const shift = this.options.shift ?? 0;
		const near = this.text.slice(Math.max(0, shift, at - NEAR), at + NEAR);
		const what = this.options.code === 'path.invalid' ? 'Path' : 'Condition';
		throw new ProvisioningError({
			code: this.options.code,
			message: `${what} is not valid at column ${Math.max(1, at + 1 - shift)}: ${reason}, near \`${near}\``,
			hint: 'Correct the text at this column.',
		});
	}

	/** A name behind a dot; `expanded` when it held a property, whose value may be a path itself. */
	readName(): { name: string; expanded: boolean } {
		const start = this.at;
		let name = '';
		let expanded = false;
		while (!this.done && !NAME_END.test(this.peek())) {
			const value = this.readReference();
			expanded ||= value !== undefined;
			name += value ?? this.take();
		}
		if (this.at === start) this.fail('a name is expected');
		return { name, expanded };
	}

	/** A word without quotes: number, `true`, `null`, name of a function or property, or plain text. */
	readBare(): { word: string; expanded: boolean } {
		let word = '';
		let expanded = false;
		while (!this.done) {
			const value = this.readReference();
			if (value === undefined && !BARE.test(this.peek())) break;
			expanded ||= value !== undefined;
			word += value ?? this.take();
		}
		return { word, expanded };
	}

	readQuoted(withVariables: boolean): Template {
		const start = this.at;
		const quote = this.take();
		return this.readTemplate(quote, withVariables, () => this.readEscape(), start);
	}

	/** Behind the opening slash. Inserted properties and variables stay regular expression there. */
	readPattern(): Template {
		const start = this.at - 1;
		return this.readTemplate('/', true, () => this.readPatternEscape(), start);
	}

	private readTemplate(
		end: string,
		withVariables: boolean,
		readEscape: () => string,
		start: number,
	): Template {
		const parts: (string | { variable: string })[] = [];
		let text = '';
		while (!this.eat(end)) {
			if (this.done) this.fail(`the closing \`${end}\` is missing`, start);
			const variable = withVariables && this.inCondition ? this.readVariable() : undefined;
			if (variable === undefined) {
				text += this.peek() === '\\' ? readEscape() : (this.readReference() ?? this.take());
			} else {
				if (text !== '') parts.push(text);
				parts.push({ variable });
				text = '';
			}
		}
		return text === '' && parts.length > 0 ? parts : [...parts, text];
	}

	private readEscape(): string {
		this.at += 1;
		const sign = this.take();
		if (sign !== 'u') return ESCAPES[sign] ?? sign;
		const digits = this.text.slice(this.at, this.at + 4);
		if (!/^[0-9A-Fa-f]{4}$/.test(digits)) this.fail('four hexadecimal digits are expected');
		this.at += 4;
		return String.fromCharCode(Number.parseInt(digits, 16));
	}

	private readPatternEscape(): string {
		this.at += 1;
		const sign = this.take();
		return sign === '/' ? '/' : `\\${sign}`;
	}

	private get inCondition(): boolean {
		return this.options.properties !== undefined;
	}

	private readReference(): string | undefined {
		const { properties } = this.options;
		if (properties === undefined || this.peek() !== '%') return undefined;
		const name = this.readMark(REFERENCE);
		if (name === undefined) return undefined;
		this.usedProperties = true;
		const value = ownProperty(properties, name) ?? 'null';
		this.inserted += value.length;
		if (this.inserted > MAX_TEXT)
			this.fail(`its properties are longer than ${MAX_TEXT} characters`);
		return value;
	}

	private readVariable(): string | undefined {
		return this.peek() === '$' ? this.readMark(VARIABLE) : undefined;
	}

	private readMark(mark: RegExp): string | undefined {
		mark.lastIndex = this.at;
		const found = mark.exec(this.text);
		if (found === null) return undefined;
		this.at += found[0].length;
		return found[1];
	}

	private take(): string {
		const sign = this.peek();
		this.at += 1;
		return sign;
	}
}
