/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @typescript-eslint/no-require-imports -- reads the files of the package; not shipped */
import { basename, dirname, join } from 'node:path';
import type { ICredentialType, INodeProperties, INodeType } from 'n8n-workflow';
import packageJson from '../../package.json';

export const ROOT = join(__dirname, '../..');
export const DOCS = `${packageJson.homepage.replace(/#.*$/, '')}/blob/main/`;

function load<T>(built: string): { name: string; folder: string; instance: T } {
	const source = join(ROOT, built.replace(/^dist\//, '').replace(/\.js$/, ''));
	const name = basename(source).replace(/\.(?:node|credentials)$/, '');
	const module: Record<string, new () => T> = require(source);
	const Class = module[name];
	if (Class === undefined) throw new Error(`${built} does not export ${name}.`);
	return { name, folder: dirname(source), instance: new Class() };
}

export const nodes = packageJson.n8n.nodes.map((path) => load<INodeType>(path));
export const credentials = packageJson.n8n.credentials.map((path) => load<ICredentialType>(path));

export type Loaded = (typeof nodes)[number] | (typeof credentials)[number];
export const propertiesOf = ({ instance }: Loaded) =>
	'description' in instance ? instance.description.properties : instance.properties;

/** All properties with those inside collections, each with its path. */
export function flatten(
	properties: INodeProperties[],
	path: string,
): Array<[string, INodeProperties]> {
	return properties.flatMap((property) => {
		const here = `${path}.${property.name}`;
		const inner = (property.options ?? []).flatMap((option) => {
			if ('values' in option) return flatten(option.values, `${here}.${option.name}`);
			return 'type' in option ? flatten([option], here) : [];
		});
		return [[here, property] as [string, INodeProperties], ...inner];
	});
}

export const choicesOf = ({ options = [] }: INodeProperties) =>
	options.flatMap((option) => ('value' in option ? [option] : []));
