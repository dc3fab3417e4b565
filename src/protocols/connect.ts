import { systemClock } from '../http/clock';
import { withCsrf } from '../http/csrf';
import type { Gate } from '../http/gate';
import { spaced } from '../http/spaced';
import { ProvisioningError } from '../model/errors';
import type { Clock, Http } from '../model/ports';
import type { CsrfProtection, System, SystemVersion } from '../systems/system';
import { targetTraits } from '../systems/traits';
import type { Directory } from './directory';
import { withoutFixedPath } from './fixedPath';
import { odata2Directory } from './odata2/directory';
import { propertyOr, type Properties } from './properties';
import { realTimeDirectory } from './real-time/directory';
import { scim2Directory } from './scim2/directory';

export interface ConnectOptions {
	/** Base URL and authentication live behind it. */
	readonly http: Http;
	readonly clock?: Clock;
	/** Default: the first in the definition. */
	readonly apiVersion?: string;
	/** Those of SAP Identity Provisioning that concern reading (filters, page size) or headers of writes. */
	readonly properties?: Properties;
	/** Between 0 and 1, spreads repeats; default: Math.random. */
	readonly random?: () => number;
	/** Shared by all directories of the system; without one, each call stands alone. */
	readonly gate?: Gate;
	/** The most that the gate lets through, evenly spread; absent: no limit. */
	readonly requestsPerMinute?: number;
}

/** @throws ProvisioningError `configuration.invalid` for an API version that the system does not have */
export function connect(system: System, options: ConnectOptions): Directory {
	const version = versionOf(system, options.apiVersion);
	const { clock = systemClock, properties = {}, random = Math.random } = options;
	const spacing = system.source?.spacing;
	const traits = targetTraits(system, version);
	const direct = withoutFixedPath(options.http, version);
	const guarded = throughCsrf(direct, traits?.csrf, properties);
	const http = spacing === undefined ? guarded : spaced(guarded, clock, spacing);
	const { throttledBy } = traits ?? {};
	const { gate, requestsPerMinute } = options;
	const connection = { http, clock, random, throttledBy, gate, requestsPerMinute };
	const wire = { system, traits, properties, connection };
	switch (version.protocol) {
		case 'scim1':
		case 'scim2':
			return scim2Directory({ ...wire, version });
		case 'odata2':
			return odata2Directory({ ...wire, version });
		case 'real-time':
			return realTimeDirectory({ ...wire, version });
	}
}

/** @throws ProvisioningError `configuration.invalid` when nobody has said where the token is */
function throughCsrf(http: Http, csrf: CsrfProtection | undefined, properties: Properties): Http {
	if (!csrf || propertyOr(properties, csrf.protection) !== 'enabled') return http;
	const path = propertyOr(properties, csrf.path);
	if (path.startsWith('/')) return withCsrf(http, path);
	throw new ProvisioningError({
		code: 'configuration.invalid',
		message: `'${csrf.protection.property}' is enabled, and '${csrf.path.property}' is not a path`,
		hint: `Enter the path below the base URL in '${csrf.path.property}', such as /Users?count=1.`,
	});
}

function versionOf(system: System, wanted: string | undefined): SystemVersion {
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
