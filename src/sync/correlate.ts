import type { Entity } from '../model/entity';
import type { JsonObject } from '../model/json';
import type { Match } from '../protocols/directory';
import { fulfils, valuesAt } from '../protocols/scim2/attributes';
import { AmbiguousMatch } from './ambiguousMatch';
import type { MatchBy } from './policy';
import type { Work } from './work';

/** What the entity offers to be found by, in the order of the policy. */
export function matchesFor(
	matchBy: MatchBy,
	desired: JsonObject | undefined,
	sourceId: string,
): Match[] {
	return matchBy.flatMap((entry) => {
		const paths = typeof entry === 'string' ? [entry] : entry;
		const values = paths.map((path) => valueAt(path, desired, sourceId));
		// A part without a value must not vanish from the match: it would find more people.
		return values.includes(undefined)
			? []
			: [Object.fromEntries(paths.map((path, place) => [path, values[place] ?? '']))];
	});
}

function valueAt(
	path: string,
	desired: JsonObject | undefined,
	sourceId: string,
): string | undefined {
	const values = valuesAt(desired ?? {}, path);
	if (path === 'externalId') return values[0] ?? sourceId;
	return values.length === 1 ? values[0] : undefined;
}

/**
 * The account of this entity at the target. The first attribute that finds any decides.
 *
 * @param apart each attribute by a request of its own, because a joined one may have hidden a hit
 * @throws AmbiguousMatch when it finds more than one
 */
export async function correlate(
	work: Work,
	matches: readonly Match[],
	apart: boolean,
): Promise<Entity | undefined> {
	const { matchesMustAgree } = work.traits;
	const hits = await candidates(work, matches, apart || matchesMustAgree === true);
	const alternatives = matchesMustAgree ? [matches] : matches.map((match) => [match]);
	for (const alternative of alternatives) {
		const found = new Map(
			hits
				.filter((hit) => alternative.some((match) => isHit(work, hit, match)))
				.map((hit) => [hit.id, hit] as const),
		);
		if (found.size > 1) throw ambiguous(work, alternative, [...found.values()]);
		const [account] = found.values();
		if (account) return account;
	}
	return undefined;
}

async function candidates(
	{ target, notice, traits }: Work,
	matches: readonly Match[],
	apart: boolean,
): Promise<Entity[]> {
	const find = (match: Match) => target.find(notice.entityType, match);
	if (apart) return (await Promise.all(matches.map(find))).flat();
	if (traits.orFilter) return target.findAny(notice.entityType, matches);
	for (const match of matches) {
		const hits = await find(match);
		if (hits.length > 0) return hits;
	}
	return [];
}

/** Groups that are only named, never made, are told apart by upper and lower case. */
function isHit({ traits }: Work, hit: Entity, match: Match): boolean {
	if (hit.type === 'user' || !traits.membersOnly) return fulfils(hit, match);
	return Object.entries(match).every(([path, value]) =>
		valuesAt(hit.attributes, path).includes(value),
	);
}

function ambiguous(
	{ target }: Work,
	matches: readonly Match[],
	hits: readonly Entity[],
): AmbiguousMatch {
	const names = matches.map((match) => Object.keys(match).join(' and ')).join(' or ');
	const [owner] = matches.map(({ externalId }) => externalId);
	const isOwned = matches.every(({ externalId }) => externalId !== undefined);
	return new AmbiguousMatch({
		system: target.system.name,
		names,
		hits,
		...(isOwned && { owner }),
	});
}
