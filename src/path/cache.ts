/** Remembers what was compiled; when it is full it starts anew, so it stays bounded and each step is short. */
export class BoundedCache<Value> {
	private readonly entries = new Map<string, Value>();

	constructor(private readonly size: number) {}

	get(key: string): Value | undefined {
		return this.entries.get(key);
	}

	set(key: string, value: Value): Value {
		if (this.entries.size >= this.size) this.entries.clear();
		this.entries.set(key, value);
		return value;
	}
}
