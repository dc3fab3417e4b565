import type { System, SystemVersion, TargetTraits } from './system';

/** How one API version is written to; `undefined` when it cannot be. */
export function targetTraits({ target }: System, version: SystemVersion): TargetTraits | undefined {
	return target && { ...target, ...version.target };
}
