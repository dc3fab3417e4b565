// What all hostile cases share.
import { ProvisioningError } from '../src/model/errors';
import type { Json } from '../src/model/json';
import { isObject } from '../src/model/json';

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

/** A refusal whose cause is a slip of ours is none. */
function isRefusal(error: unknown): boolean {
	for (let at = error; at instanceof Error; at = at.cause) {
		if (at instanceof TypeError || at instanceof RangeError) return false;
	}
	return error instanceof ProvisioningError;
}
