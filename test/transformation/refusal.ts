import { ProvisioningError } from '../../src/model/errors';
import type { Fault } from '../../src/transformation';
import { TransformationError } from '../../src/transformation';

/** The faults for which a document is refused; none when it is not. */
export function faultsOf(compile: () => unknown): readonly Fault[] {
	try {
		compile();
		return [];
	} catch (error) {
		return error instanceof TransformationError ? error.faults : unexpected(error);
	}
}

/** The compiled document; `undefined` when it is refused, which may happen in one way only. */
export function unlessRefused<T>(compile: () => T): T | undefined {
	let compiled: T | undefined;
	faultsOf(() => {
		compiled = compile();
	});
	return compiled;
}

/** A refusal whose cause is a slip of ours is none. */
export function isRefusal(error: unknown): boolean {
	for (let at = error; at instanceof Error; at = at.cause) {
		if (at instanceof TypeError || at instanceof RangeError) return false;
	}
	return error instanceof ProvisioningError;
}

function unexpected(error: unknown): never {
	throw error;
}
