import { sync as synchronize, type SyncOptions } from '../../../src/sync/sync';
import { chosenTransformation } from '../../shared/choices';
import { readEntity, readKnownChange, readNotice, readVariables } from '../../shared/items';
import type { Call, Operation, Result } from '../operation';

export const sync: Operation = (call) => provision(call, false);

/** The same decisions as a sync, and nothing is sent. */
export async function* provision(call: Call, preview: boolean): AsyncGenerator<Result> {
	const { json, chosen, openSource } = call;
	const notice = readNotice(json, chosen.entityType);
	const isTold = call.target.directory.notify !== undefined;
	if (!chosen.fromSource || isTold) {
		const outcome = await synchronize({
			...target(call),
			notice,
			// Whoever is gone has no attributes any more, and a target that is told needs none.
			entity: notice.kind === 'deleted' || isTold ? undefined : readEntity(json),
			variables: readVariables(json),
			preview,
		});
		yield { outcome, notice };
		return;
	}
	const { sourceSystem = notice.system, sourceApiVersion: apiVersion, properties } = chosen;
	const { directory: source } = await openSource(sourceSystem, { apiVersion, properties });
	const read = chosenTransformation(chosen.read, 'read', source, properties);
	const outcome = await synchronize({ ...target(call), notice, source, read, preview });
	yield { outcome, notice };
}

/** The half of a sync that is about the target. */
export function target({
	context,
	json,
	chosen,
	target: opened,
	batch,
}: Call): Omit<SyncOptions, 'notice'> {
	const { directory, guard, user } = opened;
	const { protect = [] } = chosen.policy;
	return {
		target: directory,
		write: chosenTransformation(chosen.write, 'write', directory, chosen.properties),
		policy: { ...chosen.policy, protect: user === undefined ? protect : [...protect, user] },
		...readKnownChange(json),
		guard,
		batch,
		signal: context.getExecutionCancelSignal(),
	};
}
