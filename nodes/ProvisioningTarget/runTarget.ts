import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Outcome } from '../../src/model/outcome';
import { writingProperties } from '../../src/protocols';
import { createBatch } from '../../src/sync';
import { systems } from '../../src/systems';
import { directoriesOf, type OpenDirectory } from '../shared/directories';
import { failedOutcome, failureOf, toProvisioningError } from '../shared/failures';
import { countedHints, tellOutcome, type Told } from '../shared/hints';
import { outcomeItem, readNotice } from '../shared/items';
import { parametersOf, type Parameter } from '../shared/parameters';
import { runItems, type Emission } from '../shared/runItems';
import type { Call, Operation, Result } from './operation';
import { checkConnection } from './operations/checkConnection';
import { compare } from './operations/compare';
import { deprovision } from './operations/deprovision';
import { get } from './operations/get';
import { getMany } from './operations/getMany';
import { preview } from './operations/preview';
import { sync } from './operations/sync';
import { readEntityTypeChoice, readItemsAtOnce, readParameters } from './parameters';

const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
	Object.entries({ sync, preview, deprovision, get, getMany, compare, checkConnection }),
);

/** 'Done' and 'Held': what came of the items, in their order. */
export async function runTarget(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const told: Told[] = [];
	const open = directoriesOf(context, 'provisioningTargetApi');
	const openSource = directoriesOf(context, 'provisioningSourceApi');
	const batch = createBatch(context.getInputData().length);
	const operation = OPERATIONS.get(context.getNodeParameter('operation', 0)) ?? preview;

	async function* operate(json: IDataObject, index: number): AsyncGenerator<Emission> {
		const parameter = parametersOf(context, index);
		try {
			const call = await prepare(open, { context, json, parameter, openSource, batch, tell });
			for await (const result of operation(call)) yield emission(result, index);
		} catch (error) {
			yield emission(unfinished(json, parameter, error), index);
		}
	}

	function tell(one: Told): void {
		told.push(one);
	}

	function emission(result: Result, index: number): Emission {
		if ('json' in result) return { item: { json: result.json, pairedItem: { item: index } } };
		const { outcome, notice, entity } = result;
		told.push(...tellOutcome(outcome));
		return {
			item: outcomeItem(outcome, { notice, entity }, index),
			output: outcome.state === 'held' ? 1 : 0,
			error: failure(outcome, index),
		};
	}

	function failure(outcome: Outcome, index: number): Emission['error'] {
		return outcome.state === 'failed' ? failureOf(outcome, context.getNode(), index) : undefined;
	}

	const emitted = await runItems(context, 2, operate, readItemsAtOnce(parametersOf(context, 0)));
	context.addExecutionHints(...countedHints(told));
	return emitted;
}

async function prepare(open: OpenDirectory, item: Omit<Call, 'chosen' | 'target'>): Promise<Call> {
	const chosen = readParameters(item.parameter);
	const { system, apiVersion, requestsPerMinute } = chosen;
	const properties = writingProperties(systems.get(system)?.target, chosen.properties);
	const target = await open(system, { apiVersion, properties, requestsPerMinute });
	return { ...item, chosen, target };
}

/** An item that failed before it had an outcome. */
function unfinished(json: IDataObject, parameter: Parameter, error: unknown): Result {
	const notice = noticeOn(json, parameter);
	const system = String(parameter('system'));
	return { outcome: failedOutcome(toProvisioningError(error), system, notice), notice };
}

function noticeOn(json: IDataObject, parameter: Parameter) {
	try {
		return readNotice(json, readEntityTypeChoice(parameter));
	} catch {
		return undefined;
	}
}
