import type { EntityType } from '../model/entity';
import { ProvisioningError } from '../model/errors';
import type { Properties } from './properties';
import type { ReadableVersion, SystemVersion } from '../systems/system';

/** @throws ProvisioningError `configuration.invalid` when the application has no such entities */
export function collectionPath(version: SystemVersion, type: EntityType): string {
	const path = version.paths[type];
	if (path !== undefined) return path;
	throw new ProvisioningError({
		code: 'configuration.invalid',
		message: `${version.name} has no ${type}s`,
		hint: 'Choose another entity type.',
	});
}

/** Entities per request: what was asked for, else the property, else the default; at most what is given. */
export function pageSizeOf(
	{ reading }: ReadableVersion,
	wanted: number | undefined,
	properties: Properties,
): number {
	const { pageSize, maxPageSize, pageSizeProperty } = reading;
	const set = pageSizeProperty === undefined ? NaN : Number(properties[pageSizeProperty]);
	const size = wanted ?? (Number.isInteger(set) && set > 0 ? set : pageSize);
	return Math.min(Math.max(1, size), maxPageSize);
}

/** ISO 8601 in UTC, without milliseconds. @throws ProvisioningError `configuration.invalid` */
export function readTime(text: string): string {
	const time = Date.parse(text);
	if (!Number.isNaN(time)) return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
	throw new ProvisioningError({
		code: 'configuration.invalid',
		message: `'${text.slice(0, 40)}' is not a time`,
		hint: 'Give the time as ISO 8601, for example 2026-11-03T10:04:11Z.',
	});
}
