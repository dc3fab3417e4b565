import type { System, SystemVersion, TargetTraits } from './system';

/** How one API version is written to; `undefined` when it cannot be. */
export function targetTraits({ target }: System, version: SystemVersion): TargetTraits | undefined {
	return target && { ...target, ...version.target };
}

/** Entities can be written to it, or it takes notices of them. */
export function isTarget({ target, versions }: System): boolean {
	return target !== undefined || versions.some(({ protocol }) => protocol === 'real-time');
}
