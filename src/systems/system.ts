import type { EntityType } from '../model/entity';
import type { JsonObject } from '../model/json';
import type { IdKind } from '../model/notice';

export type TransformationDirection = 'read' | 'write';

/** What is particular about one API version of an application; everything else is in {@link System}. */
export interface SystemVersion {
	readonly version: string;
	readonly name: string;
	/** Below the base URL of the connection. */
	readonly paths: Readonly<Record<EntityType, string>>;
	readonly transformations: Readonly<Partial<Record<TransformationDirection, JsonObject>>>;
}

/** How an application behaves when it is read from. */
export interface SourceTraits {
	/** Where an id of another kind stands, so that a notice that names it can still be followed. */
	readonly searchBy: Readonly<Partial<Record<IdKind, string>>>;
}

/** How an application behaves when it is written to. */
export interface TargetTraits {
	/** The server refuses a second user with the same userName, so a create needs no second search. */
	readonly uniqueness: boolean;
	/** Look-ups may be joined with `or` into one request. */
	readonly orFilter: boolean;
	readonly updateMethod: 'patch' | 'put';
	/** SCIM paths, tried in order; an inner list must match as a whole. */
	readonly matchBy: Readonly<Record<EntityType, readonly (string | readonly string[])[]>>;
	/** The application stores the id that the source gave (RFC 7643, section 3.1). */
	readonly externalId: boolean;
	/** What to do with an account that matches by something other than its externalId. */
	readonly onConflict: 'link' | 'hold' | 'fail';
	readonly contentType: string;
}

/** One application as data: there is code per protocol, never per application. */
export interface System {
	readonly id: string;
	readonly name: string;
	readonly protocol: 'scim2';
	readonly entityTypes: readonly EntityType[];
	/** Newest first; the first is the default. */
	readonly versions: readonly [SystemVersion, ...SystemVersion[]];
	/** Absent when the application cannot be read from. */
	readonly source?: SourceTraits;
	/** Absent when the application cannot be written to. */
	readonly target?: TargetTraits;
	/** @throws ProvisioningError `configuration.invalid` for a version or direction that it does not have */
	defaultTransformation(direction: TransformationDirection, version?: string): JsonObject;
}
