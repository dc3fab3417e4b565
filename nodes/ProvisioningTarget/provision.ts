import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ChangeNotice } from '../../src/model/notice';
import type { Outcome } from '../../src/model/outcome';
import type { Directory } from '../../src/protocols';
import { sync } from '../../src/sync/sync';
import type { TransformationDirection } from '../../src/systems';
import type { Transformation } from '../../src/transformation';
import { directoriesOf, type OpenDirectory } from '../shared/directories';
import {
	continueWithError,
	failedOutcome,
	failureOf,
	toProvisioningError,
} from '../shared/failures';
import { outcomeHints } from '../shared/hints';
import { outcomeItem, readEntity, readApproved, readNotice, readVariables } from '../shared/items';
import { transformationFrom, type Properties } from '../shared/transformations';
import { readParameters, text, type Choice } from './parameters';

/** What is the same for all items. */
interface Target {
	readonly preview: boolean;
	readonly system: string;
	readonly apiVersion?: string;
	readonly open: OpenDirectory;
	readonly openSource: OpenDirectory;
}

/** Runs 'Sync' or 'Preview': one item out for each item in, in their order. */
export async function provision(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const target: Target = {
		preview: context.getNodeParameter('operation', 0) === 'preview',
		system: String(context.getNodeParameter('system', 0)),
		apiVersion: text(context.getNodeParameter('apiVersion', 0, '') as string),
		open: directoriesOf(context, 'provisioningTargetApi'),
		openSource: directoriesOf(context, 'provisioningSourceApi'),
	};
	const outcomes: Outcome[] = [];
	const done: INodeExecutionData[] = [];
	const held: INodeExecutionData[] = [];
	for (const [index, { json }] of context.getInputData().entries()) {
		const { outcome, notice } = await provisionItem(context, target, json, index);
		const item = outcomeItem(outcome, notice, index);
		if (outcome.state === 'failed') {
			continueWithError(context, failureOf(outcome, context.getNode(), index), item);
		}
		outcomes.push(outcome);
		(outcome.state === 'held' ? held : done).push(item);
	}
	context.addExecutionHints?.(...outcomeHints(outcomes));
	return [done, held];
}

async function provisionItem(
	context: IExecuteFunctions,
	target: Target,
	json: IDataObject,
	index: number,
): Promise<{ outcome: Outcome; notice?: ChangeNotice }> {
	let notice: ChangeNotice | undefined;
	try {
		const parameters = readParameters(context, index);
		const { fromSource, properties } = parameters;
		notice = readNotice(json, parameters.entityType);
		const { directory, guard } = await target.open(target.system, target.apiVersion);
		const sourceSystem = parameters.sourceSystem ?? notice.system;
		const source = fromSource
			? (await target.openSource(sourceSystem, parameters.sourceApiVersion)).directory
			: undefined;
		const outcome = await sync({
			notice,
			entity: fromSource ? undefined : readEntity(json),
			variables: readVariables(json),
			source,
			target: directory,
			read: source && transformation(parameters.read, 'read', source, properties),
			write: transformation(parameters.write, 'write', directory, properties),
			policy: parameters.policy,
			preview: target.preview,
			approved: readApproved(json),
			guard,
			signal: context.getExecutionCancelSignal(),
		});
		return { outcome, notice };
	} catch (error) {
		return { outcome: failedOutcome(toProvisioningError(error), target.system, notice), notice };
	}
}

function transformation(
	choice: Choice,
	direction: TransformationDirection,
	{ system, version }: Directory,
	properties: Properties,
): Transformation | undefined {
	if (choice === 'none') return undefined;
	const document =
		choice === 'default'
			? system.defaultTransformation(direction, version.version)
			: choice.document;
	return transformationFrom(document, properties, direction);
}
