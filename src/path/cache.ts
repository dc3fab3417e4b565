/** Remembers what was compiled; when it is full the oldest entry goes. */
export class BoundedCache<Value> {
	private readonly entries = new Map<string, Value>();

	constructor(private readonly size: number) {}

	get(key: string, make: () => Value): Value {
		const known = this.entries.get(key);
		if (known !== undefined) return known;
		const value = make();
		this.set(key, value);
		return value;
	}

	peek(key: string): Value | undefined {
		return this.entries.get(key);
	}

	set(key: string, value: Value): void {
		const [oldest] = this.entries.keys();
		if (this.entries.size >= this.size && oldest !== undefined) this.entries.delete(oldest);
		this.entries.set(key, value);
	}
}
