import type { ChangeRequest } from '../model/change';
import type { Entity } from '../model/entity';
import { patchFor, scimPath } from './diff';
import { closeDifferences, type Difference } from './difference';
import {
	describeMembers,
	listAfter,
	memberRequests,
	membersOf,
	type MemberChange,
} from './members';
import type { Plan, Situation } from './planning';

/** What of the situation decides the form of a request. */
type Form = Pick<Situation, 'entityType' | 'policy' | 'traits' | 'requests' | 'wholeResource'>;

interface Written {
	readonly because: string;
	readonly kind?: 'disable';
	readonly members?: MemberChange;
}

/** The requests that close the differences, in the way that suits the target. */
export function writeDifferences(
	situation: Form,
	current: Entity,
	differences: readonly Difference[],
	{ because, kind, members }: Written,
): Plan {
	const { policy, traits, wholeResource } = situation;
	const { updateMethod } = traits;
	const fitting =
		typeof updateMethod === 'string' ? updateMethod : updateMethod[situation.entityType];
	const method = policy.updateMethod === 'auto' ? fitting : policy.updateMethod;
	const whole = method === 'put' || (wholeResource === true && policy.updateMethod === 'auto');
	const [request, ...further] = whole
		? [replacement(situation, current, differences, members)]
		: patches(situation, current, differences, members);
	const names = differences.map(({ names: each }) => scimPath(each));
	const changesMembers = members !== undefined && describeMembers(members).length > 0;
	return {
		change: {
			kind: kind ?? (whole ? 'replace' : 'patch'),
			because,
			targetId: current.id,
			attributes: changesMembers ? [...names, 'members'] : names,
			request,
			...(further.length > 0 && { further }),
		},
	};
}

function patches(
	{ entityType, requests, traits }: Form,
	{ id }: Entity,
	differences: readonly Difference[],
	members: MemberChange | undefined,
): ChangeRequest[] {
	const attributes =
		differences.length > 0 ? [requests.patch(entityType, id, patchFor(differences))] : [];
	return members
		? [...attributes, ...memberRequests(requests, id, members, traits.members)]
		: attributes;
}

function replacement(
	{ entityType, requests }: Form,
	{ id, attributes }: Entity,
	differences: readonly Difference[],
	members: MemberChange | undefined,
): ChangeRequest {
	const closed = closeDifferences(attributes, differences);
	if (members) closed['members'] = listAfter(membersOf(attributes), members);
	return requests.replace(entityType, id, closed);
}
