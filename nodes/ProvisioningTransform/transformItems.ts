import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ProvisioningError } from '../../src/model/errors';
import { describeFault, type MapResult, type Transformation } from '../../src/transformation';
import { continueWithError, operationError, toProvisioningError } from '../shared/failures';
import { countedHints, type Told } from '../shared/hints';
import { transformationFrom } from '../shared/transformations';
import { endedBefore, readIncoming } from './incoming';
import { readParameters } from './parameters';

/** What the author should hear about after the run. */
interface Account {
	readonly told: Told[];
	/** Transformations whose own warnings were told: once each, not per item. */
	readonly known: Set<Transformation>;
}

/** One item out for each item in, in their order, unless the author drops the skipped ones. */
export function transformItems(context: IExecuteFunctions): INodeExecutionData[] {
	const account: Account = { told: [], known: new Set() };
	const items = context
		.getInputData()
		.flatMap(({ json }, index) => transformItem(context, json, index, account));
	context.addExecutionHints(...countedHints(account.told));
	return items;
}

function transformItem(
	context: IExecuteFunctions,
	json: IDataObject,
	index: number,
	account: Account,
): INodeExecutionData[] {
	const dropSkipped = context.getNodeParameter('options.dropSkipped', index, false) === true;
	const pairedItem = { item: index };
	if (endedBefore(json)) return dropSkipped ? [] : [{ json, pairedItem }];
	const result = mapItem(context, json, index, account);
	if (result.status === 'skipped' && dropSkipped) return [];
	const item = { json: toJson(json['notice'], result), pairedItem };
	if (result.status === 'failed') {
		continueWithError(context, operationError(result.error, context.getNode(), index), item);
	}
	return [item];
}

function mapItem(
	context: IExecuteFunctions,
	json: IDataObject,
	index: number,
	account: Account,
): MapResult {
	try {
		const chosen = readParameters(context, index);
		const { direction, document, properties, explain } = chosen;
		const transformation = transformationFrom(document, properties, direction);
		if (chosen.isCustom) tellWarnings(transformation, account);
		const { entityType, entity, variables } = readIncoming(json, chosen.entityType);
		const { operation } = chosen;
		const result = transformation.map(entityType, entity, { operation, variables, explain });
		account.told.push(...tellResult(entityType, result));
		return result;
	} catch (error) {
		return { status: 'failed', error: toProvisioningError(error) };
	}
}

function tellWarnings(transformation: Transformation, { told, known }: Account): void {
	if (known.has(transformation)) return;
	known.add(transformation);
	for (const warning of transformation.warnings) {
		told.push({ what: `In the transformation, ${describeFault(warning)}`, type: 'warning' });
	}
}

function tellResult(noun: string, result: MapResult): Told[] {
	if (result.status === 'skipped') {
		return [{ noun, what: `skipped: ${result.reason}`, type: 'info' }];
	}
	if (result.status === 'failed') {
		return [{ noun, what: `failed: ${result.error.message}`, type: 'warning' }];
	}
	return (result.warnings ?? []).map((warning) => ({
		noun,
		what: `with a warning: ${warning}`,
		type: 'warning',
	}));
}

/** The schemas in `__schema__` say the same. */
function toJson(notice: IDataObject[string], result: MapResult): IDataObject {
	const { explanation } = result;
	return {
		...(notice !== undefined && { notice }),
		...(result.status === 'mapped' && { entity: result.entity, variables: result.variables }),
		transformation: toEnd(result),
		...(explanation !== undefined && { explanation }),
	};
}

function toEnd(result: MapResult): IDataObject {
	const { status } = result;
	if (status === 'failed') return { status, error: toErrorJson(result.error) };
	if (status === 'skipped') return { status, reason: result.reason };
	return { status, ...(result.warnings && { warnings: [...result.warnings] }) };
}

function toErrorJson({ code, message, hint }: ProvisioningError): IDataObject {
	return { code, message, hint };
}
