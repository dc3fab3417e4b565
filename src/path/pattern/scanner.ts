/** A place in the text of a regular expression; by code points, as Java counts. */
export class Scanner {
	at = 0;
	private readonly signs: readonly string[];

	constructor(text: string) {
		this.signs = [...text];
	}

	get done(): boolean {
		return this.at >= this.signs.length;
	}

	peek(offset = 0): string {
		return this.signs[this.at + offset] ?? '';
	}

	take(): string {
		const sign = this.peek();
		this.at += 1;
		return sign;
	}

	eat(word: string): boolean {
		for (let offset = 0; offset < word.length; offset += 1) {
			if (this.peek(offset) !== word[offset]) return false;
		}
		this.at += word.length;
		return true;
	}

	takeWhile(pattern: RegExp): string {
		let taken = '';
		while (!this.done && pattern.test(this.peek())) taken += this.take();
		return taken;
	}

	/** @throws PatternFault always */
	fail(reason: string, at = this.at): never {
		throw new PatternFault(reason, at + 1);
	}
}

export class PatternFault extends Error {
	constructor(
		readonly reason: string,
		readonly column: number,
	) {
		super(reason);
	}
}
