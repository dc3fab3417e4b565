import type { EntityType } from './entity';

/** The caller does not tell a create from an update; the target decides. */
export type NoticeKind = 'changed' | 'deleted' | 'unknown';

/** What the id looks like, so that a reader can search by it when it is not the id of its API version. */
export type IdKind =
	| 'uuid'
	| 'pUser'
	| 'objectId'
	| 'guid32'
	| 'number'
	| 'userName'
	| 'externalId'
	| 'other';

/** A hint that an entity changed. It says where to look, never what is true. */
export interface ChangeNotice {
	/** Id of the source application in the registry of systems. */
	readonly system: string;
	/** Which instance of that application: the id in the URL that was called. */
	readonly systemId: string;
	readonly entityType: EntityType;
	readonly entityId: string;
	readonly idKind: IdKind;
	readonly kind: NoticeKind;
	/** A call that only tries the connection; it is never written to a target. */
	readonly test: boolean;
	/** ISO 8601, UTC. */
	readonly receivedAt: string;
	/** ISO 8601, UTC: until then the source may still show what was true before. */
	readonly readAfter?: string;
	/** Made by us; travels through workflow, outcome and every call to the target. */
	readonly correlationId: string;
}
