import type { Mapping } from './mapping';

/** Mappings whose output a later one always replaces, so that they can never do anything. */
export function overwritten(
	mappings: readonly Mapping[],
): { readonly dead: Mapping; readonly by: Mapping }[] {
	return mappings.flatMap((dead, index) => {
		if (!onlySetsMember(dead)) return [];
		const by = mappings.slice(index + 1).find((later) => replaces(later, dead));
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
		shape.targetPath === earlier.shape.targetPath &&
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
