import type { Condition } from '../path';
import { compilePath } from '../path';
import type { Block } from './block';
import { joinPointer } from './faults';
import type { Findings } from './findings';
import type { Mapping } from './mapping';

type Names = readonly string[];

/** Warns of what looks at paths that no entity can have, because nothing in front writes them. */
export function reviewProvided(
	{ condition, mappings }: Block,
	provided: readonly string[],
	pointer: string,
	findings: Findings,
): void {
	const known = provided.map((path) => compilePath(path).names);
	if (known.length === 0) return;

	function review(looking: Condition | undefined, place: string): void {
		for (const { text, names } of looking?.paths ?? []) {
			if (isProvided(names, known)) continue;
			findings.warn(joinPointer(place, 'condition'), `nothing provides \`${text}\``);
		}
	}

	review(condition, pointer);
	for (const mapping of mappings.filter(({ shape }) => shape.ignore !== true)) {
		review(mapping.condition, mapping.pointer);
		mapping.steps.forEach((step, index) =>
			review(step.condition, `${mapping.pointer}/functions/${index}`),
		);
		const path = requiredPath(mapping);
		if (path === undefined || isProvided(compilePath(path).names, known)) continue;
		const place = joinPointer(mapping.pointer, 'sourcePath');
		findings.warn(place, `nothing provides \`${path}\`, and the mapping is required`);
	}
}

function requiredPath({ shape, steps }: Mapping): string | undefined {
	const mayBeAbsent = shape.optional === true || shape.defaultValue !== undefined;
	return mayBeAbsent || steps.length > 0 ? undefined : shape.sourcePath;
}

/** It lies in a provided path, or a provided path lies in it. */
function isProvided(names: Names, known: readonly Names[]): boolean {
	return known.some((each) => each.every((name, i) => i >= names.length || name === names[i]));
}
