import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { ProvisioningError } from '../../src/model/errors';
import { connect, type Directory } from '../../src/protocols';
import { systems, type System } from '../../src/systems';
import { connectHttp } from './http';

/** Opens the directory of a system; the same one for the whole execution. */
export type OpenDirectory = (system: string, apiVersion?: string) => Promise<Directory>;

/** One connection per execution, opened when the first item needs it. */
export function directoriesOf(
	context: IExecuteFunctions | IWebhookFunctions,
	credentialType: string,
): OpenDirectory {
	const opened = new Map<string, Promise<Directory>>();
	let http: ReturnType<typeof connectHttp> | undefined;

	async function open(id: string, apiVersion?: string): Promise<Directory> {
		const system = requireSystem(id);
		http ??= connectHttp(context, credentialType);
		return connect(system, { http: await http, apiVersion });
	}

	return (id, apiVersion) => {
		const key = JSON.stringify([id, apiVersion]);
		const directory = opened.get(key) ?? open(id, apiVersion);
		opened.set(key, directory);
		return directory;
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
