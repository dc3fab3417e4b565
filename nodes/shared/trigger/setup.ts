import type { IHookFunctions } from 'n8n-workflow';
import { compileRegex } from '../../../src/path';
import { TransformationError } from '../../../src/transformation';
import { toProvisioningError } from '../failures';
import { listFaults } from '../faults';
import { transformationFrom } from '../transformations';
import type { TriggerParameters } from './parameters';
import type { TriggerSource } from './source';

export interface Fault {
	readonly message: string;
	readonly description: string;
}

function whatIsWrong(check: () => unknown): Fault | undefined {
	try {
		check();
		return undefined;
	} catch (error) {
		if (error instanceof TransformationError) return listFaults(error);
		const { message, hint } = toProvisioningError(error);
		return { message, description: hint };
	}
}

function findReadFault(
	context: IHookFunctions,
	{ readBack }: TriggerParameters,
): Fault | undefined {
	if (readBack === undefined) return undefined;
	if (context.getNode().credentials?.['provisioningSourceApi'] === undefined) {
		return {
			message: "No credential is chosen, so 'Read Entity' can read nothing",
			description: "Choose a 'Provisioning Source API' credential, or turn 'Read Entity' off.",
		};
	}
	const { transformation, properties } = readBack;
	if (typeof transformation === 'string') return undefined;
	return whatIsWrong(() => transformationFrom(transformation.document, properties, 'read'));
}

/** What would make a published trigger fail or harm others later, found out now. */
export function findSetupFault(
	context: IHookFunctions,
	{ system }: TriggerSource,
	parameters: TriggerParameters,
): Fault | undefined {
	const isRead = context.getNodeParameter('options.binaryData', false) === true;
	if (system.source?.eventNotices && !isRead) {
		return {
			message: "'options' lacks 'binaryData', so n8n would parse XML for this trigger",
			description:
				"One cut document then stops XML in all of n8n. Set 'binaryData' to true in 'options' of the workflow's JSON; the editor does it by itself.",
		};
	}
	const { testUsers } = parameters;
	return whatIsWrong(() => compileRegex(testUsers)) ?? findReadFault(context, parameters);
}
