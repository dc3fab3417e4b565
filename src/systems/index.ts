import { identityAuthentication } from './identity-authentication/system';
import { scimSystem } from './scim-system/system';
import type { System } from './system';

/** The registry: the nodes' lists, their fields and the docs come from it. */
export const systems: ReadonlyMap<string, System> = new Map(
	[identityAuthentication, scimSystem].map((system) => [system.id, system]),
);

export type {
	SourceTraits,
	System,
	SystemVersion,
	TargetTraits,
	TransformationDirection,
} from './system';
