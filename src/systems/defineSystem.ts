import { ProvisioningError } from '../model/errors';
import type { System } from './system';

/** Completes a definition with what follows from it. */
export function defineSystem(definition: Omit<System, 'defaultTransformation'>): System {
	return {
		...definition,
		defaultTransformation(direction, version) {
			const known = definition.versions.find((candidate) => candidate.version === version);
			const transformation = (version === undefined ? definition.versions[0] : known)
				?.transformations[direction];
			if (transformation) return transformation;
			throw new ProvisioningError({
				code: 'configuration.invalid',
				message: `${definition.name} has no default ${direction} transformation${version === undefined ? '' : ` for version '${version}'`}`,
				hint: 'Choose another version, or paste a transformation of your own.',
			});
		},
	};
}
