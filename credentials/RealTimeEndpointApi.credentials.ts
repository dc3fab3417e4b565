import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

const show = (way: string) => ({ show: { authentication: [way] } });

const basicFields: INodeProperties[] = [
	{
		displayName: 'User',
		name: 'user',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 1ab7c243-5de5-4530-8c14-1234a26373ab',
		hint: 'Any name without a colon. SAP applications call it user name or client ID.',
		displayOptions: show('basic'),
	},
	{
		displayName: 'Password',
		name: 'password',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		hint: 'At least 12 characters; a long random one is best',
		displayOptions: show('basic'),
	},
	{
		displayName: 'Second Password',
		name: 'secondPassword',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		hint: 'Valid beside the first while you change the password in the source application. Leave it empty otherwise.',
		displayOptions: show('basic'),
	},
];

const oAuthFields: INodeProperties[] = [
	{
		displayName:
			'For tokens from the trigger itself, enter client ID and secret. Its token URL is the production URL with <code>oauth2/token</code> in place of <code>entities/user</code>. For tokens of a tenant, enter issuer, audience and JWKS URL. Both may be used together.',
		name: 'oAuthNotice',
		type: 'notice',
		default: '',
		displayOptions: show('oAuth2'),
	},
	{
		displayName: 'Client ID',
		name: 'clientId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1ab7c243-5de5-4530-8c14-1234a26373ab',
		hint: 'Any name without a colon',
		displayOptions: show('oAuth2'),
	},
	{
		displayName: 'Client Secret',
		name: 'clientSecret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		hint: 'At least 32 random characters',
		displayOptions: show('oAuth2'),
	},
	{
		displayName: 'Second Client Secret',
		name: 'secondClientSecret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		hint: 'Valid beside the first while you change the secret in the source application. Leave it empty otherwise.',
		displayOptions: show('oAuth2'),
	},
	{
		displayName: 'Issuer',
		name: 'issuer',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://acme.accounts.example.com',
		description: 'The claim iss of its tokens, to the letter',
		displayOptions: show('oAuth2'),
	},
	{
		displayName: 'Audience',
		name: 'audience',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1ab7c243-5de5-4530-8c14-1234a26373ab',
		description: 'The claim aud that a token must have; several with commas between them',
		displayOptions: show('oAuth2'),
	},
	{
		displayName: 'JWKS URL',
		name: 'jwksUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://acme.accounts.example.com/oauth2/certs',
		description:
			'Where the tenant publishes its keys: jwks_uri in its /.well-known/openid-configuration',
		displayOptions: show('oAuth2'),
	},
];

const certificateFields: INodeProperties[] = [
	{
		displayName: 'Certificates',
		name: 'certificates',
		type: 'string',
		typeOptions: { rows: 6 },
		required: true,
		default: '',
		placeholder: 'e.g. -----BEGIN CERTIFICATE----- MIIC... -----END CERTIFICATE-----',
		hint: 'In PEM form, without the private key. Paste a second one below the first to renew it.',
		description: 'A caller must own one of exactly these certificates; its issuer does not matter',
		displayOptions: show('certificate'),
	},
	{
		displayName: 'Certificate Header',
		name: 'certificateHeader',
		type: 'string',
		default: '',
		placeholder: 'e.g. X-Client-Cert',
		hint: 'Needed when a proxy ends the TLS connection, which is nearly always so',
		description: 'Header in which the proxy hands on the certificate of the caller',
		displayOptions: show('certificate'),
	},
	{
		displayName: 'Verify Header',
		name: 'verifyHeader',
		type: 'string',
		default: '',
		placeholder: 'e.g. X-Client-Verify',
		hint: 'Leave it empty if your proxy sends none',
		description:
			'Header in which the proxy says that it has verified the certificate; callers without SUCCESS, 0 or true in it are refused',
		displayOptions: show('certificate'),
	},
	{
		displayName: 'Trusted Proxies',
		name: 'trustedProxies',
		type: 'string',
		default: '',
		placeholder: 'e.g. 10.0.0.5, 10.1.0.0/16',
		hint: 'Only these may set the headers above. They must remove them from calls that they pass on.',
		description: 'Addresses and networks of the proxies as n8n sees them, with commas between them',
		displayOptions: show('certificate'),
	},
];

export class RealTimeEndpointApi implements ICredentialType {
	name = 'realTimeEndpointApi';

	displayName = 'Real-Time Endpoint API';

	icon: Icon = {
		light: 'file:realTimeEndpointApi.svg',
		dark: 'file:realTimeEndpointApi.dark.svg',
	};

	documentationUrl =
		'https://github.com/realtime-provisioning/n8n-nodes-realtime-provisioning/blob/main/docs/credentials/real-time-endpoint-api.md';

	properties: INodeProperties[] = [
		{
			displayName:
				'What a source application has to present when it calls a trigger. You choose these secrets here and enter the same in the source application. A change is known to running triggers after at most 5 seconds.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'multiOptions',
			required: true,
			options: [
				{
					name: 'Basic',
					value: 'basic',
					description: 'User and password with every call',
				},
				{
					name: 'Client Certificate',
					value: 'certificate',
					description: 'A certificate that the caller owns the key of',
				},
				{
					name: 'OAuth 2.0',
					value: 'oAuth2',
					description: 'A token, from the trigger itself or from a tenant',
				},
			],
			default: ['basic'],
			description: 'Ways in which callers may prove who they are; one of them is enough',
		},
		...basicFields,
		...oAuthFields,
		...certificateFields,
	];
}
