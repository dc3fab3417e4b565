import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { ProvisioningError } from '../../src/model/errors';
import { connect, type Directory, type Properties } from '../../src/protocols';
import { systems, type System } from '../../src/systems';
import type { Guard } from '../../src/sync/guard';
import { gateOf, guardOf } from './connections';
import { connectHttp } from './http';

export interface Opened {
	readonly directory: Directory;
	readonly guard: Guard;
	/** The account of the target that this connection itself logs on with. */
	readonly user?: string;
}

/** How the author wants a system to be spoken to. */
export interface Manner {
	readonly apiVersion?: string;
	/** Those that concern reading: filters, page size, attributes. */
	readonly properties?: Properties;
	readonly requestsPerMinute?: number;
}

/** Opens the directory of a system; the same one for the whole execution. */
export type OpenDirectory = (system: string, manner: Manner) => Promise<Opened>;

/** One connection per execution, opened when the first item needs it. */
export function directoriesOf(
	context: IExecuteFunctions | IWebhookFunctions,
	credentialType: string,
): OpenDirectory {
	const known = new Map<string, Promise<Opened>>();
	let http: ReturnType<typeof connectHttp> | undefined;

	async function open(id: string, manner: Manner): Promise<Opened> {
		const system = requireSystem(id);
		const connected = await (http ??= connectHttp(context, credentialType));
		const { baseUrl, user } = connected;
		const credentialId = context.getNode().credentials?.[credentialType]?.id ?? '';
		const gate = gateOf(baseUrl, id, credentialId);
		const directory = connect(system, { ...manner, http: connected, gate });
		return { directory, guard: guardOf(baseUrl, id), user };
	}

	return (id, manner) => {
		const key = JSON.stringify([id, manner]);
		const opened = known.get(key) ?? open(id, manner);
		known.set(key, opened);
		return opened;
	};
}

function requireSystem(id: string): System {
	const system = systems.get(id);
	if (system) return system;
	throw new ProvisioningError({
		code: 'configuration.invalid',
		message: id === '' ? 'The notice names no system' : `There is no system '${id}'`,
		hint: "Choose the application in 'Source System', or let the notice name one of the list.",
	});
}
