import type { EntityType } from '../model/entity';
import type { JsonObject } from '../model/json';
import type { Odata2Reading, PropertyWithDefault, Scim2Reading } from './reading';

export type TransformationDirection = 'read' | 'write';

interface Version {
	readonly version: string;
	readonly name: string;
	/** What whoever chooses it has to know before the first account is written. */
	readonly notice?: string;
	/** Below the base URL of the connection; absent for what the application does not have. */
	readonly paths: Readonly<Partial<Record<EntityType, string>>>;
	readonly transformations: Readonly<Partial<Record<TransformationDirection, JsonObject>>>;
	/** What this version does otherwise than the others as a target. */
	readonly target?: Partial<TargetTraits>;
}

export interface Scim2Version extends Version {
	/** `scim1` is SCIM 1.1: other schemas, and a PATCH that carries attributes in place of operations. */
	readonly protocol: 'scim2' | 'scim1';
	readonly reading: Scim2Reading;
}

export interface Odata2Version extends Version {
	readonly protocol: 'odata2';
	readonly reading: Odata2Reading;
}

/** An application that takes notices in place of entities, and reads the source for itself. */
export interface RealTimeVersion extends Version {
	readonly protocol: 'real-time';
}

/** An API version that entities can be read from. */
export type ReadableVersion = Scim2Version | Odata2Version;

/** What is particular about one API version of an application; everything else is in {@link System}. */
export type SystemVersion = ReadableVersion | RealTimeVersion;

/** How an application behaves when it is read from, whatever the API version. */
export interface SourceTraits {
	/** Milliseconds from a call until everything that reads it may be expected to show the change. */
	readonly settling: number;
	/** Milliseconds between two calls, which then go out one at a time; absent when it does not mind. */
	readonly spacing?: number;
	/** It also reports by SOAP: messages of its event subscriptions. */
	readonly eventNotices?: true;
	/**
	 * User names that it makes up to try the way to the target, as a regular expression. Unlike other test
	 * calls they are written, because it looks for them there.
	 */
	readonly testUsers?: string;
}

/** How many members of a group one request may carry; servers limit joins and leaves apart. */
export interface MemberLimits {
	readonly addAtMost: number;
	readonly removeAtMost: number;
}

export type UpdateMethod = 'patch' | 'put';

/** Requests that write carry a token that a GET hands out, and the cookies that came with it. */
export interface CsrfProtection {
	/** `enabled` or `disabled`. */
	readonly protection: PropertyWithDefault;
	/** Read with `x-csrf-token: Fetch`; below the base URL. */
	readonly path: PropertyWithDefault;
}

/** How an application behaves when it is written to. */
export interface TargetTraits {
	/** The server refuses a second user with the same userName, so a create needs no second search. */
	readonly uniqueness: boolean;
	/** Look-ups may be joined with `or` into one request. */
	readonly orFilter: boolean;
	readonly updateMethod: UpdateMethod | Readonly<Record<EntityType, UpdateMethod>>;
	/** SCIM paths, tried in order; an inner list must match as a whole. */
	readonly matchBy: Readonly<Record<EntityType, readonly (string | readonly string[])[]>>;
	/**
	 * All attributes of `matchBy` are looked up, and whoever they find must be the same. Without it the first
	 * one that finds anybody decides.
	 */
	readonly matchesMustAgree?: true;
	/** The application stores the id that the source gave (RFC 7643, section 3.1), of both types or of one. */
	readonly externalId: boolean | Readonly<Record<EntityType, boolean>>;
	/** What to do with an account that matches by something other than its externalId. */
	readonly onConflict: 'link' | 'hold' | 'fail';
	readonly contentType: string;
	readonly members: MemberLimits;
	/** Entities of these types bring the id that they are to have there. */
	readonly givenIds?: readonly EntityType[];
	/** Groups are there already, found by their exact names: they only gain and lose members. */
	readonly membersOnly?: true;
	/** Users are deactivated where other applications delete them. */
	readonly deactivates?: true;
	/** Go out with every request that writes. */
	readonly headers?: Readonly<Record<string, string>>;
	readonly csrf?: CsrfProtection;
	/**
	 * Header `If-Match`: the version that was read, for a server that refuses to overwrite a newer one; or a
	 * property that sends `*` when it is `true`.
	 */
	readonly ifMatch?: 'version' | PropertyWithDefault;
	/** Statuses by which it limits the number of calls, besides 429. */
	readonly throttledBy?: readonly number[];
}

/** One application as data: there is code per protocol, never per application. */
export interface System {
	readonly id: string;
	readonly name: string;
	readonly entityTypes: readonly EntityType[];
	/** The first is the default, and stays it: n8n saves no defaults, so saved workflows mean it. */
	readonly versions: readonly [SystemVersion, ...SystemVersion[]];
	/** Absent when the application cannot be read from. */
	readonly source?: SourceTraits;
	/** Absent when the application cannot be written to. */
	readonly target?: TargetTraits;
	/** @throws ProvisioningError `configuration.invalid` for a version or direction that it does not have */
	defaultTransformation(direction: TransformationDirection, version?: string): JsonObject;
}
