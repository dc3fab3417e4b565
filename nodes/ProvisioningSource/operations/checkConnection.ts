import { toOutcome } from '../../shared/outcomes';
import type { Call, Finding } from '../operation';

/** Reads the first page of a list, and nothing of it leaves the node. */
export async function* checkConnection(call: Call): AsyncGenerator<Finding> {
	const { directory, entityType } = call;
	await directory.check(entityType);
	const reason = `${directory.system.name} answers, and its ${entityType}s can be read`;
	const outcome = toOutcome('read', reason, { system: directory.system.id, entityType });
	yield { json: { outcome } };
}
