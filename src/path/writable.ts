import type { Expression, Step } from './ast';
import { FORBIDDEN_NAMES } from './names';

/** A write creates what is missing, so a slip such as `[99999999]` must not fill the memory. */
const MAX_INDEX = 10_000;

/** The reason why nothing can be written to these steps, or `undefined`. */
export function whyNotWritable(steps: readonly Step[]): string | undefined {
	for (const [position, step] of steps.entries()) {
		const reason = whyNotStep(step, position === steps.length - 1);
		if (reason !== undefined) return reason;
	}
	return undefined;
}

function whyNotStep(step: Step, isLast: boolean): string | undefined {
	switch (step.kind) {
		case 'name':
			return whyNotName(step.name);
		case 'index':
			if (step.index < 0) return 'it counts from the end of a list';
			return step.index > MAX_INDEX ? `its index is above ${MAX_INDEX}` : undefined;
		case 'wildcard':
			return undefined;
		case 'filter': {
			if (!isLast) return undefined;
			const name = createdMember(step.filter);
			return name === undefined
				? 'a filter can only stand last in the form [?(@.name)]'
				: whyNotName(name);
		}
		default:
			return 'it holds `..`, a slice or several names or indexes';
	}
}

export function whyNotName(name: string): string | undefined {
	return FORBIDDEN_NAMES.has(name) ? `the name \`${name}\` is not allowed` : undefined;
}

/** `k` of `[?(@.k)]`: written to, this filter adds elements with a member `k`. */
export function createdMember(filter: Expression): string | undefined {
	if (filter.kind !== 'exists' || filter.operand.kind !== 'path') return undefined;
	const { origin, steps, length } = filter.operand.path;
	const [step] = steps;
	return origin === '@' && !length && steps.length === 1 && step?.kind === 'name'
		? step.name
		: undefined;
}
