import { readEntityType } from '../../shared/items';
import { forItem } from '../../shared/lists';
import { toOutcome } from '../../shared/outcomes';
import type { Call, Result } from '../operation';

/** Reads the first page of a list, and nothing of it leaves the node. */
export async function* checkConnection(call: Call): AsyncGenerator<Result> {
	const { context, json, chosen, target } = call;
	const entityType = readEntityType(json, chosen.entityType);
	await forItem(target.directory, context).check(entityType);
	const { name, id: system } = target.directory.system;
	const reason = `${name} answers, and its ${entityType}s can be read`;
	yield { outcome: toOutcome('read', reason, { system, entityType }) };
}
