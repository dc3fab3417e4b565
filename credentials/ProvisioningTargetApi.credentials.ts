import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { apiKeyOption, apiKeyProperties } from './shared/apiKeyProperties';
import {
	certificateOAuth2Option,
	certificateOption,
	certificateProperties,
} from './shared/certificateProperties';
import { companyProperties } from './shared/companyProperties';
import { authenticate } from './shared/connection';
import {
	authenticationProperties,
	basicOption,
	bearerOption,
	clientCredentialsOption,
} from './shared/properties';
import { connectionTest } from './shared/connectionTest';
import { preAuthentication } from './shared/token';

export class ProvisioningTargetApi implements ICredentialType {
	name = 'provisioningTargetApi';

	displayName = 'Provisioning Target API';

	icon: Icon = {
		light: 'file:provisioningTargetApi.svg',
		dark: 'file:provisioningTargetApi.dark.svg',
	};

	documentationUrl =
		'https://github.com/realtime-provisioning/n8n-nodes-realtime-provisioning/blob/main/docs/credentials/provisioning-target-api.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			placeholder: 'e.g. https://scim.example.com/scim/v2',
			hint: 'Up to the part where /Users begins',
			default: '',
		},
		...authenticationProperties(
			[
				basicOption,
				clientCredentialsOption,
				certificateOAuth2Option,
				certificateOption,
				bearerOption,
				apiKeyOption,
			],
			[...certificateProperties, ...companyProperties, ...apiKeyProperties],
		),
		{
			displayName: 'Connection Test Path',
			name: 'testPath',
			type: 'string',
			placeholder: 'e.g. /ServiceProviderConfig',
			hint: 'Read by the connection test only. Where it answers without credentials, use one that does not.',
			default: '/ServiceProviderConfig',
		},
	];

	preAuthentication = preAuthentication;

	authenticate = authenticate;

	test = connectionTest;
}
