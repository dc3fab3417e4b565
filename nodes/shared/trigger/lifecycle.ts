import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { findCertificateWarnings, findSecretFault } from '../../../src/endpoint';
import { readSecrets } from './credential';
import { readParameters, SYSTEM_ID } from './parameters';
import { findSetupFault, type Fault } from './setup';
import type { TriggerSource } from './source';

async function findFault(
	context: IHookFunctions,
	source: TriggerSource,
): Promise<Fault | undefined> {
	const parameters = readParameters(context, source);
	const { systemId, entityTypes, kinds } = parameters;
	if (!SYSTEM_ID.test(systemId)) {
		return {
			message: "The 'System ID' cannot be part of a URL",
			description: 'Enter 1 to 64 letters, digits, hyphens or underscores.',
		};
	}
	if (entityTypes.length === 0 || kinds.length === 0) {
		return {
			message: 'This trigger accepts nothing',
			description: "Choose at least one of the 'Entity Types' and of the 'Changes'.",
		};
	}
	const now = Date.now();
	const secrets = await readSecrets(context, now);
	if (secrets === undefined) {
		return {
			message: 'No credential is chosen, so everybody could call this trigger',
			description: "Choose a 'Real-Time Endpoint API' credential.",
		};
	}
	const fault = findSecretFault(secrets, now);
	if (fault === undefined) return findSetupFault(context, source, parameters);
	return { message: 'The credential does not protect this trigger', description: fault };
}

/** n8n publishes again whenever it starts, so that is also when it is told of what will end soon. */
async function logWarnings(context: IHookFunctions): Promise<void> {
	const now = Date.now();
	const secrets = await readSecrets(context, now);
	for (const warning of secrets === undefined ? [] : findCertificateWarnings(secrets, now)) {
		context.logger.warn(warning, {
			nodeName: context.getNode().name,
			workflowId: context.getWorkflow().id,
		});
	}
}

/** What n8n does when a workflow is published or withdrawn. */
export function endpointLifecycle(source: TriggerSource) {
	return {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			/** Fail closed: what could not refuse strangers is not published. */
			async create(this: IHookFunctions): Promise<boolean> {
				const fault = await findFault(this, source);
				if (fault === undefined) {
					await logWarnings(this);
					return true;
				}
				const { message, description } = fault;
				throw new NodeOperationError(this.getNode(), message, { description, level: 'warning' });
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};
}
