import type { INodeProperties } from 'n8n-workflow';

const showFor = (kind: string): Pick<INodeProperties, 'displayOptions'> => ({
	displayOptions: { show: { authentication: [kind] } },
});

const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	options: [
		{ name: 'Basic', value: 'basic', description: 'A technical user with a password' },
		{ name: 'Bearer Token', value: 'bearer', description: 'A token that does not expire' },
		{
			name: 'OAuth 2.0 Client Credentials',
			value: 'oAuth2ClientCredentials',
			description: 'A client that gets its tokens at a token endpoint',
		},
	],
	default: 'basic',
};

const basic: INodeProperties[] = [
	{
		displayName: 'User',
		name: 'user',
		type: 'string',
		...showFor('basic'),
		placeholder: 'e.g. provisioning-client',
		description: 'The technical user, or the client ID where the system gives one',
		default: '',
	},
	{
		displayName: 'Password',
		name: 'password',
		type: 'string',
		typeOptions: { password: true },
		...showFor('basic'),
		hint: 'Or the client secret that belongs to the client ID',
		default: '',
	},
];

const bearer: INodeProperties[] = [
	{
		displayName: 'Token',
		name: 'token',
		type: 'string',
		typeOptions: { password: true },
		...showFor('bearer'),
		hint: 'Without the word Bearer in front',
		default: '',
	},
];

const oAuth2ClientCredentials: INodeProperties[] = [
	{
		displayName: 'Token URL',
		name: 'tokenUrl',
		type: 'string',
		...showFor('oAuth2ClientCredentials'),
		placeholder: 'e.g. https://auth.example.com/oauth/token',
		hint: 'The complete address: nothing is added to it',
		default: '',
	},
	{
		displayName: 'Client ID',
		name: 'clientId',
		type: 'string',
		...showFor('oAuth2ClientCredentials'),
		placeholder: 'e.g. 5d1f1c0e-2f0a-4a6b-9f5e-0c9a1b2d3e4f',
		default: '',
	},
	{
		displayName: 'Client Secret',
		name: 'clientSecret',
		type: 'string',
		typeOptions: { password: true },
		...showFor('oAuth2ClientCredentials'),
		hint: 'Sent to the token endpoint only',
		default: '',
	},
	{
		displayName: 'Scope',
		name: 'scope',
		type: 'string',
		...showFor('oAuth2ClientCredentials'),
		placeholder: 'e.g. scim.read scim.write',
		hint: 'Leave empty unless the system asks for one',
		default: '',
	},
	{
		displayName: 'Client Authentication',
		name: 'clientAuthentication',
		type: 'options',
		options: [
			{ name: 'Basic', value: 'basic', description: 'In the Authorization header' },
			{ name: 'Form', value: 'form', description: 'In the body of the request' },
		],
		...showFor('oAuth2ClientCredentials'),
		description: 'How client ID and secret are sent to the token endpoint',
		default: 'basic',
	},
	{
		// n8n keeps the token here, encrypted with the credential, and empties it after a 401.
		displayName: 'Access Token',
		name: 'accessToken',
		type: 'hidden',
		typeOptions: { expirable: true, password: true },
		default: '',
	},
];

/** How to prove who we are, the same for sources and targets. */
export const authenticationProperties: INodeProperties[] = [
	authentication,
	...basic,
	...bearer,
	...oAuth2ClientCredentials,
];
