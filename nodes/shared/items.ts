import { randomUUID } from 'node:crypto';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import type { Change } from '../../src/model/change';
import { ENTITY_TYPES, type EntityType } from '../../src/model/entity';
import { ProvisioningError } from '../../src/model/errors';
import { isObject, member, type JsonObject } from '../../src/model/json';
import type { ChangeNotice } from '../../src/model/notice';
import type { Outcome } from '../../src/model/outcome';

const MAX_ID = 1024;

/** Only the place of the entity is needed; a notice from a trigger of this package has it all. */
const noticeSchema = z.object({
	system: z.string().default(''),
	systemId: z.string().default(''),
	entityType: z.enum(ENTITY_TYPES),
	entityId: z.string().trim().min(1).max(MAX_ID),
	idKind: z
		.enum(['uuid', 'pUser', 'objectId', 'guid32', 'number', 'userName', 'externalId', 'other'])
		.default('other'),
	kind: z.enum(['changed', 'deleted', 'unknown']).default('changed'),
	test: z.boolean().default(false),
	receivedAt: z.string().default(() => new Date().toISOString()),
	readAfter: z.string().optional(),
	correlationId: z.string().default(() => randomUUID()),
});

/**
 * The notice on an item.
 *
 * @param entityType what the author chose, when it is not to come from the item
 * @throws ProvisioningError `notice.invalid`; names the members, never their values
 */
export function readNotice(json: IDataObject, entityType?: EntityType): ChangeNotice {
	const found = json['notice'];
	const given = isObject(found) ? found : {};
	const notice = noticeSchema.safeParse(entityType ? { ...given, entityType } : given);
	if (notice.success) return notice.data;
	const members = notice.error.issues.map((issue) => `notice.${issue.path.join('.')}`);
	throw new ProvisioningError({
		code: 'notice.invalid',
		message: isObject(found)
			? `The notice on the item is not complete: ${members.join(', ')}`
			: "The item has no 'notice'",
		hint: "Connect a trigger of this package, or set 'notice.entityType' and 'notice.entityId' on the item.",
	});
}

/**
 * @param chosen what the author chose, when it is not to come from the item
 * @throws ProvisioningError `notice.invalid`
 */
export function readEntityType(json: IDataObject, chosen?: EntityType): EntityType {
	const notice = json['notice'];
	const named = isObject(notice) ? member(notice, 'entityType') : undefined;
	const known = chosen ?? ENTITY_TYPES.find((type) => type === named);
	if (known !== undefined) return known;
	throw new ProvisioningError({
		code: 'notice.invalid',
		message: 'The item does not say whether it is a user or a group',
		hint: "Choose 'User' or 'Group' in 'Entity Type', or set 'notice.entityType' on the item.",
	});
}

/** @throws ProvisioningError `notice.invalid` when the item has no entity */
export function readEntity(json: IDataObject): JsonObject {
	const entity = json['entity'];
	if (isObject(entity)) return entity;
	throw new ProvisioningError({
		code: 'notice.invalid',
		message: "The item has no 'entity'",
		hint: "Set 'entity' on the item, or read it from the source: set 'Desired State' to 'Source'.",
	});
}

/** The item that leaves the node; always paired with the one that came in. */
export function outcomeItem(
	{ change, ...outcome }: Outcome,
	more: { readonly notice?: ChangeNotice; readonly entity?: IDataObject },
	index: number,
): INodeExecutionData {
	return { json: { outcome, change, ...more }, pairedItem: { item: index } };
}

/** What the trigger or the read transformation computed beside the entity. */
export function readVariables(json: IDataObject): JsonObject | undefined {
	const variables = json['variables'];
	return isObject(variables) ? variables : undefined;
}

/**
 * What was held and comes back was agreed to by whoever brought it back; what was previewed was only
 * seen. The sync plans both anew and compares.
 */
export function readKnownChange(json: IDataObject): {
	readonly approved?: Change;
	readonly previewed?: Change;
} {
	const { outcome, change } = json;
	if (!isObject(outcome) || !isChange(change)) return {};
	if (outcome['state'] === 'held') return { approved: change };
	return outcome['state'] === 'planned' ? { previewed: change } : {};
}

function isChange(value: unknown): value is Change & JsonObject {
	if (!isObject(value)) return false;
	return typeof value['kind'] === 'string' && typeof value['because'] === 'string';
}
