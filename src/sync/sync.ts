import type { JsonObject } from '../model/json';
import type { ChangeNotice } from '../model/notice';
import type { Outcome } from '../model/outcome';
import type { Clock } from '../model/ports';
import type { Directory } from '../protocols/directory';
import type { Transformation } from '../transformation';
import type { Policy } from './policy';

export interface SyncOptions {
	readonly notice: ChangeNotice;
	/** Item mode: the entity after the read transformation; `source` and `read` are not used then. */
	readonly entity?: JsonObject;
	/** Variables that came with the entity, e.g. `entityIdSourceSystem`. */
	readonly variables?: JsonObject;
	/** Source mode: where the entity is read, now and again after writing. */
	readonly source?: Directory;
	readonly target: Directory;
	readonly read?: Transformation;
	readonly write?: Transformation;
	readonly policy?: Policy;
	/** Decide and report, send nothing: the outcome is `planned`. */
	readonly preview?: boolean;
	readonly clock?: Clock;
	readonly signal?: AbortSignal;
}

/** Makes one entity at the target equal to the source; never throws for a failed entity. */
export async function sync(_options: SyncOptions): Promise<Outcome> {
	throw new Error('not built yet');
}
