import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { fieldFor } from './fields';

const KINDS: readonly INodePropertyOptions[] = [
	{ name: 'Basic', value: 'basic', description: 'A technical user with a password' },
	{ name: 'Bearer Token', value: 'bearer', description: 'A token that does not expire' },
	{
		name: 'OAuth 2.0 Client Credentials',
		value: 'oAuth2ClientCredentials',
		description: 'A client that gets its tokens at a token endpoint',
	},
];

const basic: INodeProperties[] = [
	fieldFor(['basic'], {
		displayName: 'User',
		name: 'user',
		type: 'string',
		placeholder: 'e.g. provisioning-client',
		description: 'The technical user, or the client ID where the system gives one',
		default: '',
	}),
	fieldFor(['basic'], {
		displayName: 'Password',
		name: 'password',
		type: 'string',
		typeOptions: { password: true },
		hint: 'Or the client secret that belongs to the client ID',
		default: '',
	}),
];

const bearer: INodeProperties[] = [
	fieldFor(['bearer'], {
		displayName: 'Token',
		name: 'token',
		type: 'string',
		typeOptions: { password: true },
		hint: 'Without the word Bearer in front',
		default: '',
	}),
];

const oAuth2ClientCredentials: INodeProperties[] = [
	fieldFor(['oAuth2ClientCredentials'], {
		displayName: 'Token URL',
		name: 'tokenUrl',
		type: 'string',
		placeholder: 'e.g. https://auth.example.com/oauth/token',
		hint: 'The complete address: nothing is added to it',
		default: '',
	}),
	fieldFor(['oAuth2ClientCredentials'], {
		displayName: 'Client ID',
		name: 'clientId',
		type: 'string',
		placeholder: 'e.g. 5d1f1c0e-2f0a-4a6b-9f5e-0c9a1b2d3e4f',
		default: '',
	}),
	fieldFor(['oAuth2ClientCredentials'], {
		displayName: 'Client Secret',
		name: 'clientSecret',
		type: 'string',
		typeOptions: { password: true },
		hint: 'Sent to the token endpoint only',
		default: '',
	}),
	fieldFor(['oAuth2ClientCredentials'], {
		displayName: 'Scope',
		name: 'scope',
		type: 'string',
		placeholder: 'e.g. scim.read scim.write',
		hint: 'Leave empty unless the system asks for one',
		default: '',
	}),
	fieldFor(['oAuth2ClientCredentials'], {
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
	{
		// n8n keeps the token here, encrypted with the credential, and empties it after a 401.
		displayName: 'Access Token',
		name: 'accessToken',
		type: 'hidden',
		typeOptions: { expirable: true, password: true },
		default: '',
	},
];

/** How to prove who we are: what every system may want, and before it what only some do. */
export function authenticationProperties(
	firstKinds: readonly INodePropertyOptions[],
	fields: readonly INodeProperties[],
): INodeProperties[] {
	return [
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [...firstKinds, ...KINDS],
			default: 'basic',
		},
		...basic,
		...bearer,
		...oAuth2ClientCredentials,
		...fields,
	];
}
