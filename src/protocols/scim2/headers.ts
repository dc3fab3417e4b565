import type { ChangeRequest } from '../../model/change';
import type { Entity } from '../../model/entity';
import type { Scim2Version } from '../../systems/system';
import { propertyOr } from '../properties';
import type { Wire } from '../wire';
import { ACCEPT } from './requests';

/** What goes out with a change, as the system wants it; our own names win over those of its definition. */
export function writingHeaders(
	wire: Wire<Scim2Version>,
	change: ChangeRequest,
	seen: Entity | undefined,
): Record<string, string> {
	const { headers, contentType = 'application/scim+json' } = wire.traits ?? {};
	const condition = conditionOf(wire, change, seen);
	return {
		...headers,
		...ACCEPT,
		...(change.body !== undefined && { 'content-type': contentType }),
		...(condition !== undefined && { 'if-match': condition }),
	};
}

/**
 * The header `If-Match`. Only a PUT overwrites what somebody else has written since: a PATCH carries a
 * difference, which is right for any state.
 */
function conditionOf(
	{ traits, properties }: Wire,
	{ method }: ChangeRequest,
	seen: Entity | undefined,
): string | undefined {
	if (traits?.ifMatch === undefined || method === 'POST') return undefined;
	if (traits.ifMatch === 'version') return (method === 'PUT' && seen?.version) || '*';
	return propertyOr(properties, traits.ifMatch) === 'true' ? '*' : undefined;
}
