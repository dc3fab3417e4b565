import type { Mapping } from './mapping';

/** Mappings whose output a later one always replaces, so that they can never do anything. */
export function overwritten(
	mappings: readonly Mapping[],
): { readonly dead: Mapping; readonly by: Mapping }[] {
	const byTarget = new Map<string, Mapping[]>();
	for (const mapping of mappings) {
		const { targetPath = '' } = mapping.shape;
		const known = byTarget.get(targetPath);
		if (known === undefined) byTarget.set(targetPath, [mapping]);
		else known.push(mapping);
	}
	return mappings.flatMap((dead) => {
		if (!onlySetsMember(dead)) return [];
		const by = byTarget
			.get(dead.shape.targetPath ?? '')
			?.find((later) => later.index > dead.index && replaces(later, dead));
		return by === undefined ? [] : [{ dead, by }];
	});
}

function onlySetsMember({ shape }: Mapping): boolean {
	return (
		(shape.type === 'set' || shape.type === 'valueMapping') &&
		shape.targetVariable === undefined &&
		isMember(shape.targetPath)
	);
}

function replaces(later: Mapping, earlier: Mapping): boolean {
	const { shape } = later;
	const always = shape.optional !== true || shape.defaultValue !== undefined;
	const { scope } = earlier.shape;
	const sameRuns = shape.scope === scope || (shape.scope === undefined && scope === 'createEntity');
	return (
		shape.condition === undefined &&
		sameRuns &&
		((always && shape.type !== 'rename' && shape.sourceVariable === undefined) ||
			shape.type === 'remove')
	);
}

/** Other last steps add to what is there instead of replacing it. */
function isMember(path: string | undefined): boolean {
	return path !== undefined && /(?:\.[^.[\]*]+|\['[^'*,]*'\])$/.test(path) && !path.includes('?(');
}
