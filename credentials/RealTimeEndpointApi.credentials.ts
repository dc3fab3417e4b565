import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

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
				'What a source application has to present when it calls a trigger. You choose user and password here and enter the same in the source application. A change is known to running triggers after at most 5 seconds.',
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
			],
			default: ['basic'],
			description: 'Ways in which callers may prove who they are; one of them is enough',
		},
		{
			displayName: 'User',
			name: 'user',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 1ab7c243-5de5-4530-8c14-1234a26373ab',
			hint: 'Any name without a colon. SAP applications call it user name or client ID.',
			displayOptions: { show: { authentication: ['basic'] } },
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			hint: 'At least 12 characters; a long random one is best',
			displayOptions: { show: { authentication: ['basic'] } },
		},
		{
			displayName: 'Second Password',
			name: 'secondPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Valid beside the first while you change the password in the source application. Leave it empty otherwise.',
			displayOptions: { show: { authentication: ['basic'] } },
		},
	];
}
