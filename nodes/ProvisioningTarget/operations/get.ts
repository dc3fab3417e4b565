import type { Entity, EntityType } from '../../../src/model/entity';
import { ProvisioningError } from '../../../src/model/errors';
import { valuesAt } from '../../../src/protocols/scim2/attributes';
import { readEntityType } from '../../shared/items';
import { forItem } from '../../shared/lists';
import { toOutcome } from '../../shared/outcomes';
import { text } from '../../shared/parameters';
import type { Call, Result } from '../operation';

/** An account by its id, or all that have the value: twins are shown, not refused. */
export async function* get(call: Call): AsyncGenerator<Result> {
	const entityType = readEntityType(call.json, call.chosen.entityType);
	const { accounts, by } = await lookUp(call, entityType);
	const found = `found by ${by}`;
	for (const account of accounts) yield accountResult(call, account, found);
	if (accounts.length > 0) return;
	const subject = { system: call.chosen.system, entityType };
	yield {
		outcome: toOutcome('notProvisioned', `there is no ${entityType} with this ${by}`, subject),
	};
}

/** An account as it is, in the form that all operations have. */
export function accountResult(call: Call, account: Entity, reason: string): Result {
	const { id: targetId, type: entityType, attributes: entity } = account;
	const [entityId] = valuesAt(entity, 'externalId');
	const subject = { system: call.chosen.system, entityType, entityId, targetId };
	return { outcome: toOutcome('read', reason, subject), entity };
}

async function lookUp(
	call: Call,
	type: EntityType,
): Promise<{ readonly accounts: readonly Entity[]; readonly by: string }> {
	const directory = forItem(call.target.directory, call.context);
	if (call.parameter('lookUpBy') === 'attribute') {
		const path = required(call, 'attribute', 'Attribute');
		const value = required(call, 'value', 'Value');
		return { accounts: await directory.find(type, { [path]: value }), by: path };
	}
	const account = await directory.get(type, required(call, 'accountId', 'Account ID'));
	return { accounts: account ? [account] : [], by: 'ID' };
}

/** An empty text would find somebody else, or everybody. */
function required({ parameter }: Call, name: string, field: string): string {
	const value = text(parameter(name));
	if (value !== undefined) return value;
	throw new ProvisioningError({
		code: 'configuration.invalid',
		message: `'${field}' is empty`,
		hint: `Enter a value in '${field}'; if it is an expression, look at what it gives for this item.`,
	});
}
