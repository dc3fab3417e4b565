import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { ProvisioningError } from '../../src/model/errors';
import { connect, type Directory } from '../../src/protocols';
import { systems, type System } from '../../src/systems';
import { guardFor, type DeletionGuard } from './guards';
import { connectHttp } from './http';

export interface Opened {
	readonly directory: Directory;
	readonly guard: DeletionGuard;
}

/** Opens the directory of a system; the same one for the whole execution. */
export type OpenDirectory = (system: string, apiVersion?: string) => Promise<Opened>;

/** One connection per execution, opened when the first item needs it. */
export function directoriesOf(
	context: IExecuteFunctions | IWebhookFunctions,
	credentialType: string,
): OpenDirectory {
	const known = new Map<string, Promise<Opened>>();
	let http: ReturnType<typeof connectHttp> | undefined;

	async function open(id: string, apiVersion?: string): Promise<Opened> {
		const system = requireSystem(id);
		const connected = await (http ??= connectHttp(context, credentialType));
		const directory = connect(system, { http: connected, apiVersion });
		return { directory, guard: guardFor(connected.baseUrl, id) };
	}

	return (id, apiVersion) => {
		const key = JSON.stringify([id, apiVersion]);
		const opened = known.get(key) ?? open(id, apiVersion);
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
