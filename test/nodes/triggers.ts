import type { INodeType } from 'n8n-workflow';
import { nodes } from './describedPackage';

/** What tests have to know about each trigger of the package, said anew and not read from its code. */
export interface DescribedTrigger {
	readonly name: string;
	readonly system: string;
	readonly takesGroups: boolean;
	readonly takesXml: boolean;
	readonly canPush: boolean;
	readonly respond: 'received' | 'finished';
	/** Below `docs/sources`. */
	readonly page: string;
}

export const TRIGGERS: readonly DescribedTrigger[] = [
	{
		name: 'SapIdentityAuthenticationTrigger',
		system: 'identity-authentication',
		takesGroups: true,
		takesXml: false,
		canPush: true,
		respond: 'received',
		page: 'identity-authentication',
	},
	{
		name: 'SapIdentityDirectoryTrigger',
		system: 'local-identity-directory',
		takesGroups: true,
		takesXml: false,
		canPush: true,
		respond: 'received',
		page: 'local-identity-directory',
	},
	{
		name: 'SapSuccessFactorsTrigger',
		system: 'sap-successfactors',
		takesGroups: true,
		takesXml: true,
		canPush: false,
		respond: 'received',
		page: 'sap-successfactors',
	},
	{
		name: 'SapSuccessFactorsLearningTrigger',
		system: 'sap-successfactors-learning',
		takesGroups: false,
		takesXml: false,
		canPush: false,
		respond: 'finished',
		page: 'sap-successfactors-learning',
	},
];

export function isTrigger({ description }: INodeType): boolean {
	return description.group.includes('trigger');
}

export function triggerNamed(name: string): INodeType {
	const found = nodes.find((node) => node.name === name);
	if (found === undefined) throw new Error(`The package has no node ${name}.`);
	return found.instance;
}
