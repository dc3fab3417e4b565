import type { Entity } from '../model/entity';
import { ProvisioningError } from '../model/errors';

interface Ambiguity {
	/** As the target calls itself. */
	readonly system: string;
	/** What they were found by. */
	readonly names: string;
	readonly hits: readonly Entity[];
	/** The externalId that all of them carry, when they were found by it. */
	readonly owner?: string;
}

/** More than one account, or group, where there can be one: none of them is touched. */
export class AmbiguousMatch extends ProvisioningError {
	readonly hits: readonly Entity[];
	readonly owner?: string;

	constructor({ system, names, hits, owner }: Ambiguity) {
		const what = hits[0]?.type === 'group' ? 'groups' : 'accounts';
		super({
			code: 'match.ambiguous',
			message: `${system} has ${hits.length} ${what} with the same ${names}: ${hits.map(({ id }) => id).join(', ')}`,
			hint: `Merge the ${what} in the target, or choose an attribute that is unique in 'Match By'.`,
			system,
			// Twins that runs have made at the same moment resolve themselves.
			retryable: owner !== undefined,
		});
		this.hits = hits;
		this.owner = owner;
	}
}
