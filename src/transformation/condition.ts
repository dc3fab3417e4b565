import type { Condition } from '../path';
import { compileCondition } from '../path';
import { joinPointer } from './faults';
import type { Findings } from './findings';
import type { Properties } from './properties';

/** The condition of a block, mapping or function; one that fails to compile is noted and left out. */
export function compileConditionOf(
	{ condition: text }: { readonly condition?: string },
	pointer: string,
	{ properties }: { readonly properties: Properties },
	findings: Findings,
): Condition | undefined {
	if (text === undefined) return undefined;
	const place = joinPointer(pointer, 'condition');
	const condition = findings.attempt(place, () => compileCondition(text, { properties }));
	for (const warning of condition?.warnings ?? []) findings.warn(place, warning);
	return condition;
}
