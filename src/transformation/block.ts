import type { Condition } from '../path';
import type { Mapping } from './mapping';
import type { BlockShape } from './schema';
import type { Direction, MapOperation } from './scope';

/** Everything about one entity type, ready to run. */
export interface Block {
	readonly entityType: string;
	readonly direction: Direction | undefined;
	readonly ignore: boolean;
	readonly condition?: Condition;
	readonly skipOperations: NonNullable<BlockShape['skipOperations']>;
	/** All of them, for explanations. */
	readonly mappings: readonly Mapping[];
	/** Those that run. */
	readonly active: Readonly<Record<MapOperation, readonly Mapping[]>>;
}
