import { randomUUID } from 'node:crypto';
import { systemClock } from '../http/clock';
import type { Entity, EntityType } from '../model/entity';
import { ProvisioningError } from '../model/errors';
import type { JsonObject } from '../model/json';
import type { ChangeNotice, NoticeKind } from '../model/notice';
import type { Clock } from '../model/ports';
import type { Directory } from '../protocols/directory';
import { valuesAt } from '../protocols/scim2/attributes';
import type { Transformation } from '../transformation';
import { findDifferences } from './difference';
import { scimPath } from './diff';
import { diffMembers, membersOf, withoutMembers } from './members';
import { namesOwnedBy } from './ownership';

export interface CompareOptions {
	readonly source: Directory;
	readonly target: Directory;
	readonly read?: Transformation;
	readonly write?: Transformation;
	readonly entityType: EntityType;
	/** Goes into the notices: which instance of the source this is. */
	readonly systemId: string;
	/**
	 * Accounts that the source does not list. Turn it on only for a target that this source alone writes:
	 * an account of another source looks the same.
	 */
	readonly missing?: boolean;
	/** Above this share of accounts nothing is reported as missing, because a list is more likely wrong. */
	readonly maxMissingShare?: number;
	readonly clock?: Clock;
}

/** One entity that is not equal on both sides. */
export interface Disparity {
	readonly notice: ChangeNotice;
	readonly because: string;
}

const MAX_MISSING_SHARE = 0.05;
/** A handful may always be missing, or a small directory could never lose anybody. */
const FEW = 5;

/**
 * The repair round: lists source and target once each and reports every entity that differs as a notice,
 * to be synced like any other. It writes nothing, and it decides nothing.
 *
 * @throws ProvisioningError when a list cannot be read to its end, or too many accounts would be missing
 */
export async function* compare(options: CompareOptions): AsyncGenerator<Disparity> {
	const { source, target, read, entityType } = options;
	const doubled = new Set<string>();
	const accounts = await accountsByOwner(target, entityType, doubled);
	const total = accounts.size;
	const resolve = await resolverFor(options, accounts);
	const owned = namesOwnedBy(options, entityType);

	for await (const page of source.list(entityType)) {
		for (const entity of page.entities) {
			const mapped = read?.map(entityType, entity.attributes);
			const variables = { entityIdSourceSystem: entity.id };
			const view =
				mapped === undefined
					? { entity: entity.attributes, variables }
					: mapped.status === 'mapped'
						? { entity: mapped.entity, variables: { ...variables, ...mapped.variables } }
						: undefined;
			const sourceId = String(view?.variables['entityIdSourceSystem'] ?? entity.id);
			const account = accounts.get(sourceId);
			accounts.delete(sourceId);
			const twins = doubled.has(sourceId)
				? `more than one ${entityType} carries its id`
				: undefined;
			const because =
				twins ??
				(view
					? disparity(options, view.entity, view.variables, account, owned, resolve)
					: outOfScope(account));
			if (because) yield { notice: noticeOf(options, sourceId, 'unknown'), because };
		}
	}
	if (options.missing) yield* missingAccounts(options, accounts, total);
}

function* missingAccounts(
	options: CompareOptions,
	left: ReadonlyMap<string, Entity>,
	total: number,
): Generator<Disparity> {
	const missing = [...left].filter(([, { attributes }]) => isActive(attributes));
	const allowed = Math.max(FEW, total * (options.maxMissingShare ?? MAX_MISSING_SHARE));
	if (missing.length > allowed) throw tooManyMissing(missing.length, total);
	for (const [sourceId] of missing) {
		const notice = noticeOf(options, sourceId, 'deleted');
		yield { notice, because: 'the source does not list it' };
	}
}

async function accountsByOwner(
	target: Directory,
	type: EntityType,
	doubled = new Set<string>(),
): Promise<Map<string, Entity>> {
	const accounts = new Map<string, Entity>();
	for await (const page of target.list(type)) {
		for (const entity of page.entities) {
			const [owner] = valuesAt(entity.attributes, 'externalId');
			if (!owner) continue;
			if (accounts.has(owner)) doubled.add(owner);
			accounts.set(owner, entity);
		}
	}
	return accounts;
}

type Resolve = (id: string, entityType: EntityType) => string | undefined;

/** Members are written as ids of the target: those of users have to be known before groups are compared. */
async function resolverFor(
	{ target, entityType }: CompareOptions,
	accounts: ReadonlyMap<string, Entity>,
): Promise<Resolve> {
	const ids = new Map([...accounts].map(([owner, { id }]) => [`${entityType} ${owner}`, id]));
	if (entityType === 'group') {
		for (const [owner, { id }] of await accountsByOwner(target, 'user'))
			ids.set(`user ${owner}`, id);
	}
	return (id, type) => ids.get(`${type} ${id}`);
}

function disparity(
	{ write, entityType }: CompareOptions,
	entity: JsonObject,
	variables: JsonObject,
	account: Entity | undefined,
	owned: readonly (readonly string[])[],
	resolve: Resolve,
): string | undefined {
	const target: JsonObject = account ? { entityIdTargetSystem: account.id } : {};
	const result = write?.map(entityType, entity, {
		operation: account ? 'update' : 'create',
		variables: { ...variables, ...target },
		resolve,
	}) ?? { status: 'mapped' as const, entity };
	if (result.status === 'skipped') {
		return result.code === 'condition' ? outOfScope(account) : undefined;
	}
	if (result.status === 'failed') return result.error.message;
	if (!account) return 'there is no account of it';
	return differenceOf(entityType, account.attributes, result.entity, owned);
}

function differenceOf(
	type: EntityType,
	current: JsonObject,
	wanted: JsonObject,
	owned: readonly (readonly string[])[],
): string | undefined {
	const isGroup = type === 'group';
	const attributes = isGroup ? withoutMembers(wanted) : wanted;
	const ours = isGroup ? owned.filter(([name]) => name !== 'members') : owned;
	const names = findDifferences(current, attributes, ours).map((each) => scimPath(each.names));
	if (isGroup && 'members' in wanted) {
		const { join, leave } = diffMembers(membersOf(current), membersOf(wanted), false);
		if (join.length + leave.length > 0) names.push('members');
	}
	return names.length > 0 ? `${names.join(', ')} not equal` : undefined;
}

/** Only an account that is still in use has to be looked at. */
function outOfScope(account: Entity | undefined): string | undefined {
	return account && isActive(account.attributes)
		? 'it left the scope of the transformation'
		: undefined;
}

function isActive(attributes: JsonObject): boolean {
	return String(attributes['active'] ?? true).toLowerCase() !== 'false';
}

function noticeOf(
	{ source, systemId, entityType, clock = systemClock }: CompareOptions,
	entityId: string,
	kind: NoticeKind,
): ChangeNotice {
	return {
		system: source.system.id,
		systemId,
		entityType,
		entityId,
		idKind: 'other',
		kind,
		test: false,
		receivedAt: new Date(clock.now()).toISOString(),
		correlationId: randomUUID(),
	};
}

function tooManyMissing(missing: number, total: number): ProvisioningError {
	return new ProvisioningError({
		code: 'guard.tooManyMissing',
		message: `The source does not list ${missing} of ${total} accounts: nothing is reported as missing`,
		hint: 'Check that the source lists everybody, and that no other source writes this target. Then raise the share that may be missing.',
	});
}
