import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import {
	isTarget,
	isTold,
	isWritable,
	systems,
	type System,
	type SystemVersion,
} from '../../src/systems';

type Side = 'source' | 'target';

function systemsOf(side: Side): System[] {
	return [...systems.values()]
		.filter((system) => (side === 'source' ? system.source !== undefined : isTarget(system)))
		.sort((one, other) => one.name.localeCompare(other.name));
}

/** The systems of the registry that can be read from or written to. */
export function systemOptions(side: Side): INodePropertyOptions[] {
	return systemsOf(side).map((system) => ({
		name: system.name,
		value: system.id,
		description: versionsOf(system, side)
			.map((version) => version.name)
			.join(', '),
	}));
}

/** They are told and read the source for themselves: nothing is mapped, compared or looked up there. */
export const toldSystems: string[] = [...systems.values()].filter(isTold).map(({ id }) => id);

/** An application may be read from in two versions and written to in one of them. */
function versionsOf({ versions }: System, side: Side): SystemVersion[] {
	return versions.filter((version) =>
		side === 'target' ? isWritable(version) : version.transformations.read !== undefined,
	);
}

/** Administrators know versions by their numbers: `ias.api.version`, the form of the application. */
export function versionOptions(versions: readonly SystemVersion[]): INodePropertyOptions[] {
	return versions.map(({ name, version }) => ({
		name: /^\d/.test(version) ? `Version ${version}: ${name}` : name,
		value: version,
	}));
}

/**
 * One field for each system that has several API versions. n8n does not save a default, so the first one of a
 * system stays the first, whatever is added: saved workflows mean it.
 */
export function apiVersionProperties(side: Side): INodeProperties[] {
	return systemsOf(side)
		.filter(({ versions }) => versions.length > 1)
		.flatMap((system) => [
			{
				displayName: 'API Version',
				name: 'apiVersion',
				type: 'options',
				noDataExpression: true,
				options: versionOptions(versionsOf(system, side)),
				displayOptions: { show: { system: [system.id] } },
				default: `${versionsOf(system, side)[0]?.version}`,
			},
			...noticesOf(system, side),
		]);
}

function noticesOf(system: System, side: Side): INodeProperties[] {
	return versionsOf(system, side).flatMap(({ version, notice }) =>
		notice === undefined
			? []
			: {
					displayName: notice,
					name: 'apiVersionNotice',
					type: 'notice',
					displayOptions: { show: { system: [system.id], apiVersion: [version] } },
					default: '',
				},
	);
}
