import type { EntityType } from '../model/entity';
import type { System, SystemVersion, TargetTraits } from './system';

/** How one API version is written to; `undefined` when it cannot be. */
export function targetTraits({ target }: System, version: SystemVersion): TargetTraits | undefined {
	return target && isWritable(version) ? { ...target, ...version.target } : undefined;
}

/** Some applications can be written to in one of their API versions only. */
export function isWritable({ protocol, transformations }: SystemVersion): boolean {
	return transformations.write !== undefined || protocol === 'real-time';
}

/** It takes notices, and reads the source for itself. */
export function isTold({ versions }: System): boolean {
	return versions.some(({ protocol }) => protocol === 'real-time');
}

/** Entities can be written to it, or it takes notices of them. */
export function isTarget(system: System): boolean {
	return system.target !== undefined || isTold(system);
}

/** Whether accounts or groups there say which entity of the source they belong to. */
export function keepsOwner({ externalId }: TargetTraits, type: EntityType): boolean {
	return typeof externalId === 'boolean' ? externalId : externalId[type];
}
