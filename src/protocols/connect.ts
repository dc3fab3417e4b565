import { systemClock } from '../http/clock';
import { ProvisioningError } from '../model/errors';
import type { Clock, Http } from '../model/ports';
import type { System } from '../systems/system';
import type { Directory } from './directory';
import { scim2Directory } from './scim2/directory';

export interface ConnectOptions {
	/** Base URL and authentication live behind it. */
	readonly http: Http;
	readonly clock?: Clock;
	/** Default: the newest version in the definition. */
	readonly apiVersion?: string;
	/** Between 0 and 1, spreads repeats; default: Math.random. */
	readonly random?: () => number;
}

/** @throws ProvisioningError `configuration.invalid` for an API version that the system does not have */
export function connect(system: System, options: ConnectOptions): Directory {
	const clock = options.clock ?? systemClock;
	const connection = { http: options.http, clock, random: options.random ?? Math.random };
	return scim2Directory(system, versionOf(system, options.apiVersion), connection);
}

function versionOf(system: System, wanted: string | undefined) {
	const version =
		wanted === undefined
			? system.versions[0]
			: system.versions.find((candidate) => candidate.version === wanted);
	if (version) return version;
	throw new ProvisioningError({
		code: 'configuration.invalid',
		message: `${system.name} has no API version '${wanted}'`,
		hint: `Choose one of: ${system.versions.map((known) => known.version).join(', ')}.`,
	});
}
