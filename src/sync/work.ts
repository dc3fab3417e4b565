import type { Change } from '../model/change';
import type { Clock } from '../model/ports';
import type { Batch, Guard } from './guard';
import type { Run } from '../http/run';
import type { JsonObject } from '../model/json';
import type { ChangeNotice } from '../model/notice';
import type { Directory } from '../protocols/directory';
import type { TargetTraits } from '../systems/system';
import type { Transformation } from '../transformation';
import type { DecidedPolicy } from './policy';

/** Everything that stays the same over the rounds of one sync. */
export interface Work {
	readonly notice: ChangeNotice;
	/** Absent in item mode. */
	readonly source?: Directory;
	/** Item mode: what the item says, after the read transformation. */
	readonly item?: { readonly entity?: JsonObject; readonly variables: JsonObject };
	readonly target: Directory;
	readonly traits: TargetTraits;
	readonly read?: Transformation;
	readonly write?: Transformation;
	readonly policy: DecidedPolicy;
	readonly preview: boolean;
	readonly guard: Guard;
	readonly batch?: Batch;
	readonly approved?: Change;
	readonly previewed?: Change;
	readonly clock: Clock;
	/** Between 0 and 1; spreads runs that work on the same group. */
	random(): number;
	readonly run: Run;
	warn(message: string): void;
}
