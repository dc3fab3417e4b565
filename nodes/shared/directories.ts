import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { ProvisioningError } from '../../src/model/errors';
import { connect, type Directory, type Properties } from '../../src/protocols';
import { systems, type System } from '../../src/systems';
import { guardFor, type Guard } from './guards';
import { connectHttp } from './http';

export interface Opened {
	readonly directory: Directory;
	readonly guard: Guard;
	/** The account of the target that this connection itself logs on with. */
	readonly user?: string;
}

/**
 * Opens the directory of a system; the same one for the whole execution.
 *
 * @param properties those that concern reading: filters, page size, attributes
 */
export type OpenDirectory = (
	system: string,
	apiVersion?: string,
	properties?: Properties,
) => Promise<Opened>;

/** One connection per execution, opened when the first item needs it. */
export function directoriesOf(
	context: IExecuteFunctions | IWebhookFunctions,
	credentialType: string,
): OpenDirectory {
	const known = new Map<string, Promise<Opened>>();
	let http: ReturnType<typeof connectHttp> | undefined;

	async function open(id: string, apiVersion?: string, properties?: Properties): Promise<Opened> {
		const system = requireSystem(id);
		const connected = await (http ??= connectHttp(context, credentialType));
		const directory = connect(system, { http: connected, apiVersion, properties });
		return { directory, guard: guardFor(connected.baseUrl, id), user: connected.user };
	}

	return (id, apiVersion, properties) => {
		const key = JSON.stringify([id, apiVersion, properties]);
		const opened = known.get(key) ?? open(id, apiVersion, properties);
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
