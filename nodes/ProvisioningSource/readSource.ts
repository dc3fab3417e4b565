import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ProvisioningError } from '../../src/model/errors';
import { chosenTransformation } from '../shared/choices';
import { directoriesOf, type OpenDirectory } from '../shared/directories';
import { nodeError, toProvisioningError } from '../shared/failures';
import { countedHints, type Told } from '../shared/hints';
import { readEntityType, readNotice } from '../shared/items';
import { forItem } from '../shared/lists';
import { parametersOf, text, type Parameter } from '../shared/parameters';
import { runItems, type Emission } from '../shared/runItems';
import type { Call, Operation } from './operation';
import { checkConnection } from './operations/checkConnection';
import { get } from './operations/get';
import { getChanged } from './operations/getChanged';
import { getMany } from './operations/getMany';
import { readParameters } from './parameters';
import { mapEntity, noticeOf, toErrorJson, toItem } from './sourceItem';

const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
	Object.entries({ get, getMany, getChanged, checkConnection }),
);

/** One item for each entity, as the triggers of this package put them out. */
export async function readSource(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const told: Told[] = [];
	const open = directoriesOf(context, 'provisioningSourceApi');
	const operation = OPERATIONS.get(context.getNodeParameter('operation', 0)) ?? getMany;

	async function* operate(json: IDataObject, index: number): AsyncGenerator<Emission> {
		const emit = (output: IDataObject, failure?: ProvisioningError): Emission => ({
			item: { json: output, pairedItem: { item: index } },
			error: failure && nodeError(failure, context.getNode(), index),
		});
		const parameter = parametersOf(context, index);
		const tell = (one: Told) => told.push(one);
		try {
			const call = await prepare(context, open, { json, parameter, tell });
			yield* emissions(call, operation, emit);
		} catch (error) {
			const failure = toProvisioningError(error);
			told.push({ what: `An item failed: ${failure.message}`, type: 'warning' });
			yield emit(unread(json, parameter, failure), failure);
		}
	}

	const emitted = await runItems(context, 1, operate);
	context.addExecutionHints(...countedHints(told));
	return emitted;
}

async function prepare(
	context: IExecuteFunctions,
	open: OpenDirectory,
	item: Pick<Call, 'json' | 'parameter' | 'tell'>,
): Promise<Call> {
	const chosen = readParameters(item.parameter);
	const { system, apiVersion, properties } = chosen;
	const { directory } = await open(system, { apiVersion, properties });
	return {
		...item,
		chosen,
		directory: forItem(directory, context),
		entityType: readEntityType(item.json, chosen.entityType),
		zone: context.getTimezone(),
	};
}

async function* emissions(
	call: Call,
	operation: Operation,
	emit: (output: IDataObject, failure?: ProvisioningError) => Emission,
): AsyncGenerator<Emission> {
	const { chosen, directory, tell } = call;
	const { read, properties, systemId = '', dropSkipped } = chosen;
	const transformation = chosenTransformation(read, 'read', directory, properties);
	const origin = { system: directory.system.id, systemId };
	for await (const finding of operation(call)) {
		if ('json' in finding) {
			yield emit(finding.json);
			continue;
		}
		const { entity, kind } = finding;
		const result = mapEntity(entity, transformation);
		for (const one of tellsOf(entity.type, result, entity.incomplete)) tell(one);
		if (result.status === 'skipped' && dropSkipped) continue;
		const notice = finding.notice ?? noticeOf(entity, kind, origin);
		const failure = result.status === 'failed' ? result.error : undefined;
		yield emit(toItem(notice, entity, result), failure);
	}
}

function tellsOf(
	noun: string,
	result: ReturnType<typeof mapEntity>,
	incomplete: readonly string[] = [],
): Told[] {
	const cut = incomplete.map((list) => `with only a part of ${list}: the application gave no more`);
	if (result.status === 'mapped') {
		const warnings = (result.warnings ?? []).map((warning) => `with a warning: ${warning}`);
		return [...cut, ...warnings].map((what) => ({ noun, what, type: 'warning' }));
	}
	if (result.status === 'skipped')
		return [{ noun, what: `skipped: ${result.reason}`, type: 'info' }];
	return [{ noun, what: `failed: ${result.error.message}`, type: 'warning' }];
}

/** What could not be read: where to look is not lost. */
function unread(json: IDataObject, parameter: Parameter, failure: ProvisioningError): IDataObject {
	const none = { entityOrigin: 'none', readError: toErrorJson(failure) };
	try {
		const { system, systemId = '', entityType } = readParameters(parameter);
		const id = text(parameter('entityId'));
		const type = readEntityType(json, entityType);
		const notice =
			id === undefined
				? readNotice(json, type)
				: noticeOf({ id, type }, 'unknown', { system, systemId });
		return { notice: { ...notice }, ...none };
	} catch {
		return none;
	}
}
