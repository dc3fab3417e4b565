import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import { continueWithError } from './failures';

/** One item that leaves a node. */
export interface Emission {
	readonly item: INodeExecutionData;
	/** Position of the output; the first unless told. */
	readonly output?: number;
	/** Stops the node, unless the author lets it continue. */
	readonly error?: NodeApiError | NodeOperationError;
}

/** All that an operation makes of the items that came in, in their order, by output. */
export async function runItems(
	context: IExecuteFunctions,
	outputs: number,
	operate: (json: IDataObject, index: number) => AsyncIterable<Emission>,
): Promise<INodeExecutionData[][]> {
	const emitted: INodeExecutionData[][] = Array.from({ length: outputs }, () => []);
	for (const [index, { json }] of context.getInputData().entries()) {
		for await (const { item, output = 0, error } of operate(json, index)) {
			if (error) continueWithError(context, error, item);
			emitted[output]?.push(item);
		}
	}
	return emitted;
}
