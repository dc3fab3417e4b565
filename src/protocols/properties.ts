import type { EntityType } from '../model/entity';
import type { PropertyWithDefault } from '../systems/reading';
import type { ReadableVersion } from '../systems/system';

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

/** The filter of a list: the one that was given, else the one that the administrator has set. */
export function listFilter(
	{ reading }: ReadableVersion,
	type: EntityType,
	given: string | undefined,
	properties: Properties,
): string | undefined {
	return given?.trim() || propertyText(properties, reading.filterProperties[type]);
}
