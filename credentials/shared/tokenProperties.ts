import type { INodeProperties } from 'n8n-workflow';
import { fieldFor } from './fields';

const SECRET = ['oAuth2ClientCredentials'];
const CLIENT = ['certificateOAuth2', 'oAuth2ClientCredentials'];

/** Who asks the token endpoint, and how a client with a secret proves itself. */
export const clientProperties: INodeProperties[] = [
	fieldFor(CLIENT, {
		displayName: 'Token URL',
		name: 'tokenUrl',
		type: 'string',
		required: true,
		placeholder: 'e.g. https://auth.example.com/oauth/token',
		hint: 'The complete address: nothing is added to it',
		default: '',
	}),
	fieldFor(CLIENT, {
		displayName: 'Client ID',
		name: 'clientId',
		type: 'string',
		required: true,
		placeholder: 'e.g. 5d1f1c0e-2f0a-4a6b-9f5e-0c9a1b2d3e4f',
		default: '',
	}),
	fieldFor(SECRET, {
		displayName: 'Client Secret',
		name: 'clientSecret',
		type: 'string',
		required: true,
		typeOptions: { password: true },
		hint: 'Sent to the token endpoint only',
		default: '',
	}),
	fieldFor(SECRET, {
		displayName: 'Client Authentication',
		name: 'clientAuthentication',
		type: 'options',
		options: [
			{ name: 'Basic', value: 'basic', description: 'In the Authorization header' },
			{ name: 'Form', value: 'form', description: 'In the body of the request' },
		],
		description: 'How client ID and secret are sent to the token endpoint',
		default: 'basic',
	}),
];

/** What is asked of the token endpoint; and the token. */
export const tokenProperties: INodeProperties[] = [
	fieldFor(CLIENT, {
		displayName: 'Scope',
		name: 'scope',
		type: 'string',
		placeholder: 'e.g. scim.read scim.write',
		hint: 'Leave empty unless the system asks for one',
		default: '',
	}),
	fieldFor(CLIENT, {
		displayName: 'Resource',
		name: 'resource',
		type: 'string',
		placeholder: 'e.g. urn:sap:identity:application:provider:name:provisioning',
		hint: 'Leave empty unless the token has to be for a certain API dependency',
		default: '',
	}),
	fieldFor(CLIENT, {
		displayName: 'Additional Parameters',
		name: 'tokenParameters',
		type: 'string',
		placeholder: 'e.g. audience=https://api.example.com&token_format=opaque',
		hint: 'For the token endpoint, written like a query',
		default: '',
	}),
	{
		// n8n keeps the token here, encrypted with the credential, and empties it after a 401.
		displayName: 'Access Token',
		name: 'accessToken',
		type: 'hidden',
		typeOptions: { expirable: true, password: true },
		default: '',
	},
];
