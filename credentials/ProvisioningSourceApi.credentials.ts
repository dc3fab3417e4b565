import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { certificateOption, certificateProperties } from './shared/certificateProperties';
import { authenticate } from './shared/connection';
import {
	authenticationProperties,
	basicOption,
	bearerOption,
	clientCredentialsOption,
} from './shared/properties';
import { connectionTest } from './shared/connectionTest';
import { companyProperties } from './shared/companyProperties';
import { samlBearerOption, samlBearerProperties } from './shared/samlBearerProperties';
import { preAuthentication } from './shared/token';

export class ProvisioningSourceApi implements ICredentialType {
	name = 'provisioningSourceApi';

	displayName = 'Provisioning Source API';

	icon: Icon = {
		light: 'file:provisioningSourceApi.svg',
		dark: 'file:provisioningSourceApi.dark.svg',
	};

	documentationUrl =
		'https://github.com/realtime-provisioning/n8n-nodes-realtime-provisioning/blob/main/docs/credentials/provisioning-source-api.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			placeholder: 'e.g. https://mycompany.accounts.ondemand.com',
			hint: 'Without the part that the system fixes, such as /scim or /odata/v2: mostly the host alone',
			default: '',
		},
		// Basic authentication at the APIs of SAP SuccessFactors ends in November 2026: its other ways come first.
		...authenticationProperties(
			[samlBearerOption, certificateOption, basicOption, bearerOption, clientCredentialsOption],
			[...certificateProperties, ...samlBearerProperties, ...companyProperties],
		),
		{
			displayName: 'Connection Test Path',
			name: 'testPath',
			type: 'string',
			placeholder: 'e.g. /scim/ServiceProviderConfig',
			hint: 'Read by the connection test only. Where it answers without credentials, use one that does not.',
			default: '/scim/ServiceProviderConfig',
		},
	];

	preAuthentication = preAuthentication;

	authenticate = authenticate;

	test = connectionTest;
}
