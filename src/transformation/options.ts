import type { Properties } from './properties';
import type { Direction } from './scope';

/** What the document is compiled for; all of it is optional to the caller. */
export interface CompileOptions {
	/** Replace `%name%` in the document; one that is not set becomes the text `null`. */
	readonly properties: Properties;
	/** Turns on what is right or wrong in one direction only; `read` runs mappings of every scope. */
	readonly direction?: Direction;
	/** The system is a proxy: `patchEntity` and `entityBaseLocation` have a meaning there only. */
	readonly isProxy?: boolean;
	/** JSON null at a `sourcePath` is a value, not an absent one. */
	readonly nullIsValue?: boolean;
	/** Names of all systems; `resolveEntityIds` may name no other. */
	readonly systemNames?: readonly string[];
	/**
	 * Paths that entities of a type may carry, such as `owns` of the read transformation in front of a
	 * write; what looks at other paths is warned about. None = not known.
	 */
	readonly provides?: (entityType: string) => readonly string[];
}
