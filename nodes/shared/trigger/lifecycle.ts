import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { findSecretFault } from '../../../src/endpoint';
import { readSecrets } from './credential';
import { readParameters, SYSTEM_ID } from './parameters';

interface Fault {
	readonly message: string;
	readonly description: string;
}

async function findFault(context: IHookFunctions): Promise<Fault | undefined> {
	const { systemId, entityTypes, kinds } = readParameters(context);
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
	const secrets = await readSecrets(context, Date.now());
	if (secrets === undefined) {
		return {
			message: 'No credential is chosen, so everybody could call this trigger',
			description: "Choose a 'Real-Time Endpoint API' credential.",
		};
	}
	const fault = findSecretFault(secrets);
	if (fault === undefined) return undefined;
	return { message: 'The credential does not protect this trigger', description: fault };
}

const lifecycle = {
	async checkExists(this: IHookFunctions): Promise<boolean> {
		return false;
	},
	/** Fail closed: what could not refuse strangers is not published. */
	async create(this: IHookFunctions): Promise<boolean> {
		const fault = await findFault(this);
		if (fault === undefined) return true;
		const { message, description } = fault;
		throw new NodeOperationError(this.getNode(), message, { description, level: 'warning' });
	},
	async delete(this: IHookFunctions): Promise<boolean> {
		return true;
	},
};

export const endpointLifecycle = { default: lifecycle };
