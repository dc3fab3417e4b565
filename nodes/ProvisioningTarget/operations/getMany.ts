import { readEntityType } from '../../shared/items';
import { forItem, listEntities, readWanted } from '../../shared/lists';
import type { Call, Result } from '../operation';
import { accountResult } from './get';

export async function* getMany(call: Call): AsyncGenerator<Result> {
	const { context, json, parameter, chosen, target, tell } = call;
	const directory = forItem(target.directory, context);
	const type = readEntityType(json, chosen.entityType);
	for await (const account of listEntities(directory, type, readWanted(parameter), tell)) {
		yield accountResult(call, account, 'listed');
	}
}
