import type { Change } from '../model/change';
import type { Entity } from '../model/entity';
import { isObject } from '../model/json';
import { valuesAt } from '../protocols/scim2/attributes';
import { keepsOwner } from '../systems/traits';
import type { AmbiguousMatch } from './ambiguousMatch';
import { diffMembers, membersOf } from './members';
import { isProtected } from './protected';
import type { Work } from './work';
import { writeDifferences } from './writeDifferences';

/** How long a run waits for the other one to see the twin and to step back. */
const PATIENCE = 2_000;

/** Runs that overlap make their twins within this time: a run waits no longer than a minute in all. */
const OVERLAP = 5 * 60_000;

/** A second account of the same entity is refused by the server itself, as long as its name is the same. */
export function mayHaveTwin({ traits, notice }: Work): boolean {
	const { entityType } = notice;
	return keepsOwner(traits, entityType) && !(traits.uniqueness && entityType === 'user');
}

/**
 * Two runs that create the same entity at once make twins where the server does not refuse the second.
 * The older one stays. A run only ever removes what it has just created itself.
 *
 * @param made the account that this run has created
 * @returns whether it stays
 */
export async function settleTwins(work: Work, made: Entity): Promise<boolean> {
	const twins = await findTwins(work, made);
	if (twins.length === 0) return true;
	if (twins.every((twin) => isOlder(made, twin))) {
		await work.run.wait(PATIENCE);
		// A twin that is still there was made by a run that has ended without seeing ours.
		if ((await findTwins(work, made)).length === 0) return true;
	}
	const { target } = work;
	await target.send(made.type, target.requests.remove(made.type, made.id));
	return false;
}

/**
 * Two runs that create the same group and both lose the answer do not know which one is theirs: neither steps
 * back, and without this nobody ever would. The oldest stays, and takes in who is in the youngest.
 * Groups only: an account is never removed on a guess.
 *
 * @returns the removal of the youngest; `undefined` when a run has stepped back meanwhile
 * @throws AmbiguousMatch when a person has to decide
 */
export async function planWithoutTwin(
	work: Work,
	ambiguity: AmbiguousMatch,
): Promise<Change | undefined> {
	const { owner: externalId, hits } = ambiguity;
	if (!externalId || !areOurTwins(work, hits)) throw ambiguity;
	if (!work.preview) await work.run.wait(PATIENCE);
	const known = new Set(hits.map(({ id }) => id));
	const standing = (await work.target.find('group', { externalId }))
		.filter(({ id }) => known.has(id))
		.sort((left, right) => (isOlder(left, right) ? -1 : 1));
	const [oldest] = standing;
	const youngest = standing.at(-1);
	return oldest && youngest && oldest !== youngest ? removal(work, oldest, youngest) : undefined;
}

/** The source may name a part of the members only, or the policy be to keep all: so nobody is left behind. */
function removal(work: Work, oldest: Entity, youngest: Entity): Change {
	const { target, policy, traits } = work;
	const { requests } = target;
	const { join, before } = diffMembers(
		membersOf(oldest.attributes),
		membersOf(youngest.attributes),
		true,
	);
	const because = `two runs have made ${oldest.id} and ${youngest.id} for the same group: the younger one goes`;
	const remove = requests.remove('group', youngest.id);
	const start = { kind: 'delete', because, targetId: youngest.id } as const;
	if (join.length === 0) return { ...start, request: remove };
	const { request, further = [] } = writeDifferences(
		{
			entityType: 'group',
			policy,
			traits,
			requests,
			wholeResource: target.takesPatch?.() === false,
		},
		oldest,
		[],
		{ because, members: { join, leave: [], before } },
	).change;
	return { ...start, request, further: [...further, remove] };
}

/** Made by runs like this one, at about the same time: a copy that somebody made by hand is theirs. */
function areOurTwins(work: Work, hits: readonly Entity[]): boolean {
	const { notice, traits, policy, write } = work;
	if (notice.entityType !== 'group' || traits.membersOnly || !mayHaveTwin(work)) return false;
	if (policy.onMissing === 'skip' || policy.onDelete === 'keep') return false;
	if (write?.map('group', {}, { operation: 'delete' }).status === 'skipped') return false;
	if (hits.some((hit) => isProtected(hit, policy.protect))) return false;
	const births = hits.map((hit) => Date.parse(createdAt(hit)));
	return Math.max(...births) - Math.min(...births) <= OVERLAP;
}

async function findTwins({ target }: Work, made: Entity): Promise<Entity[]> {
	const [externalId] = valuesAt(made.attributes, 'externalId');
	const hits = externalId ? await target.find(made.type, { externalId }) : [];
	return hits.filter(({ id }) => id !== made.id);
}

function isOlder(left: Entity, right: Entity): boolean {
	const order = createdAt(left).localeCompare(createdAt(right));
	return order === 0 ? left.id < right.id : order < 0;
}

/** ISO 8601 times of one server compare as text. */
function createdAt({ attributes }: Entity): string {
	const { meta } = attributes;
	const created = isObject(meta) ? meta['created'] : undefined;
	return typeof created === 'string' ? created : '';
}
