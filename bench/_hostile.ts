// What all hostile cases share.
import type { Json } from '../src/model/json';
import { isObject } from '../src/model/json';
import { isRefusal } from '../test/transformation/refusal';

export interface Case {
	readonly name: string;
	/** Milliseconds. */
	readonly goal: number;
	run(): unknown;
}

export const LONG = 100_000;
export const MANY = 10_000;
const DEEP = 1_000;

export function nested(wrap: (inner: Json) => Json): Json {
	let value: Json = 'x';
	for (let depth = 0; depth < DEEP; depth++) value = wrap(value);
	return value;
}

/** To refuse is right, to crash is not. */
export function isTakenOrRefused({ run }: Case): boolean {
	try {
		const result = run();
		const failure = isObject(result) ? Reflect.get(result, 'error') : undefined;
		return failure === undefined || isRefusal(failure);
	} catch (error) {
		return isRefusal(error);
	}
}
