import type { JsonObject } from './json';

export const ENTITY_TYPES = ['user', 'group'] as const;

export type EntityType = (typeof ENTITY_TYPES)[number];

/** One user or group as a system shows it; the attributes keep the shape of that system. */
export interface Entity {
	readonly type: EntityType;
	readonly id: string;
	readonly attributes: JsonObject;
	/** The server's own word for this state (an ETag), when it sent one. */
	readonly version?: string;
	/** Lists of which the system gave only a part: who is missing there may still belong to them. */
	readonly incomplete?: readonly string[];
}
