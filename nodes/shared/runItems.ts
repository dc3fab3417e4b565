import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import { isObject } from '../../src/model/json';
import { continueWithError } from './failures';

/** One item that leaves a node. */
export interface Emission {
	readonly item: INodeExecutionData;
	/** Position of the output; the first unless told. */
	readonly output?: number;
	/** Stops the node, unless the author lets it continue. */
	readonly error?: NodeApiError | NodeOperationError;
}

/**
 * All that an operation makes of the items that came in, in their order, by output.
 *
 * @param atOnce how many items are worked on at the same time, when they are about different entities
 */
export async function runItems(
	context: Pick<IExecuteFunctions, 'getInputData' | 'continueOnFail' | 'getNode'>,
	outputs: number,
	operate: (json: IDataObject, index: number) => AsyncIterable<Emission>,
	atOnce = 1,
): Promise<INodeExecutionData[][]> {
	const items = context.getInputData().map(({ json }) => json);
	const results: Emission[][] = items.map(() => []);
	const errors: unknown[] = [];

	async function run(index: number, json: IDataObject): Promise<void> {
		for await (const emission of operate(json, index)) {
			if (emission.error) continueWithError(context, emission.error, emission.item);
			results[index]?.push(emission);
		}
	}

	for (const stretch of atOnce > 1 ? stretchesOf(items) : [[...items.entries()]]) {
		const queue = stretch.values();
		// Each lane takes the next item when it is done with one; what has begun when one fails is ended.
		const lanes = Array.from({ length: atOnce }, async () => {
			for (const [index, json] of queue) {
				if (errors.length === 0) await run(index, json).catch((error) => errors.push(error));
			}
		});
		await Promise.all(lanes);
		if (errors.length > 0) throw errors[0];
	}
	return byOutput(results.flat(), outputs);
}

type Indexed = readonly [index: number, json: IDataObject];

/**
 * Items that may be worked on at the same time: all of one entity type, since groups look for their members,
 * and each about another entity. What an item is about that has no notice, nobody knows.
 */
function stretchesOf(items: readonly IDataObject[]): Indexed[][] {
	const stretches: Indexed[][] = [];
	let type: unknown;
	let ids = new Set<unknown>();
	for (const entry of items.entries()) {
		const notice = entry[1]['notice'];
		const { entityType, entityId } = isObject(notice) ? notice : {};
		const fits = entityType === type && !ids.has(entityId);
		if (!fits || stretches.length === 0) {
			stretches.push([]);
			[type, ids] = [entityType, new Set()];
		}
		ids.add(entityId);
		stretches.at(-1)?.push(entry);
	}
	return stretches;
}

function byOutput(emissions: readonly Emission[], outputs: number): INodeExecutionData[][] {
	const emitted: INodeExecutionData[][] = Array.from({ length: outputs }, () => []);
	for (const { item, output = 0 } of emissions) emitted[output]?.push(item);
	return emitted;
}
