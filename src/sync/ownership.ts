import type { EntityType } from '../model/entity';
import { compilePath } from '../path';
import type { Work } from './work';

/** Written by the server alone. */
const NEVER_OURS = new Set(['id', 'meta', 'schemas']);

/**
 * Which attributes of the account are ours, because a mapping sets them: they are cleared when the source
 * has no value any more. Everything else at the target is left as it is.
 */
export function namesOwnedBy(
	{ read, write }: Pick<Work, 'read' | 'write'>,
	type: EntityType,
): (readonly string[])[] {
	const incoming = read?.owns(type) ?? [];
	return namesOwned(write ? write.owns(type, incoming) : incoming);
}

/** `$.emails[0].value` gives `emails`: a list is owned as a whole. */
export function namesOwned(paths: readonly string[]): (readonly string[])[] {
	return paths
		.map((path) => compilePath(path).names)
		.filter(([first]) => first !== undefined && !NEVER_OURS.has(first));
}
