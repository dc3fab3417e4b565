import type { EntityType } from '../model/entity';
import type { PropertyWithDefault } from '../systems/reading';
import type { ReadableVersion, TargetTraits } from '../systems/system';

/** Properties of SAP Identity Provisioning, by name. */
export type Properties = Readonly<Record<string, string>>;

/** An empty text is what an administrator leaves who wants none. */
export function propertyText(properties: Properties, name: string | undefined): string | undefined {
	if (name === undefined || !Object.hasOwn(properties, name)) return undefined;
	return properties[name]?.trim() || undefined;
}

export function propertyOr(
	properties: Properties,
	{ property, otherwise }: PropertyWithDefault,
): string {
	return propertyText(properties, property) ?? otherwise;
}

/**
 * Those that a target's definition names. The others are about reading, and those of a source may bear the
 * same names.
 */
export function writingProperties(
	traits: TargetTraits | undefined,
	properties: Properties,
): Properties {
	const { csrf, ifMatch } = traits ?? {};
	const named = [csrf?.protection, csrf?.path, typeof ifMatch === 'object' ? ifMatch : undefined];
	const names = new Set(named.map((one) => one?.property));
	return Object.fromEntries(Object.entries(properties).filter(([name]) => names.has(name)));
}

/** The filter of a list: the one that was given, else the one that the administrator has set. */
export function listFilter(
	{ reading }: ReadableVersion,
	type: EntityType,
	given: string | undefined,
	properties: Properties,
): string | undefined {
	return given?.trim() || propertyText(properties, reading.filterProperties[type]);
}
