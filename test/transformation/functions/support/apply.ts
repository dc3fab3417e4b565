import type { FunctionContext, Value } from '../../../../src/transformation/functions/function';
import { FUNCTIONS } from '../../../../src/transformation/functions';

const KNOWN = new Map([
	['user u1', 't1'],
	['group g1', 't2'],
]);

/** A world without surprises: bytes count upwards, `u1` and `g1` are the only known entities. */
export function contextOf(changes: Partial<FunctionContext> = {}): FunctionContext {
	let next = 0;
	return {
		random: (size) => Uint8Array.from({ length: size }, () => (next += 37) % 256),
		now: Date.UTC(2026, 10, 25, 8, 0, 0),
		dateFormat: 'yyyy-MM-dd HH:mm:ss.SSS',
		resolve: (id, entityType) => KNOWN.get(`${entityType} ${id}`),
		warn: () => undefined,
		...changes,
	};
}

/**
 * Runs one function over a value. Walks lists as the engine does: `scalar` and `element` see every
 * item, and an item that comes out absent is left out.
 */
export function apply(
	name: string,
	parameters: unknown,
	value: Value | undefined,
	context: FunctionContext = contextOf(),
): Value | undefined {
	const found = FUNCTIONS.get(name);
	if (found === undefined) throw new Error(`no function ${name}`);
	const parsed = found.parameters.parse(parameters);
	const prepared = found.prepare === undefined ? parsed : found.prepare(parsed);
	if (value === undefined && found.onAbsent !== true && found.subject !== 'generator') {
		return undefined;
	}
	const walked = found.subject === 'scalar' || found.subject === 'element';
	if (!walked || !Array.isArray(value)) return found.run(value ?? null, prepared, context);
	return value.flatMap((item) => {
		const result = found.run(item, prepared, context);
		if (result instanceof Uint8Array) throw new Error('a list of bytes is no JSON');
		return result === undefined ? [] : [result];
	});
}
