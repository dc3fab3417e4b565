import type { INodeProperties } from 'n8n-workflow';

/** What to do where more than one thing would be right; a field left out follows the system. */
export const policy: INodeProperties = {
	displayName: 'Policy',
	name: 'policy',
	type: 'collection',
	placeholder: 'Add Rule',
	description: 'What to do where more than one thing would be right',
	default: {},
	options: [
		{
			displayName: 'Match By',
			name: 'matchBy',
			type: 'string',
			placeholder: 'e.g. externalId, userName + emails.value',
			hint: 'Paths tried in this order, separated by commas; a + joins paths that must all match',
			description: 'Which attributes find the account in the target',
			default: '',
		},
		{
			displayName: 'On Conflict',
			name: 'onConflict',
			type: 'options',
			options: [
				{
					name: 'Fail',
					value: 'fail',
					description: 'Leave the account alone and report the item as failed',
				},
				{
					name: 'Hold',
					value: 'hold',
					description: "Leave the account alone and put the change on the 'Held' output",
				},
				{
					name: 'Link',
					value: 'link',
					description: 'Take the account over by writing the ID of the source to it',
				},
			],
			description: 'What to do with an account that matches but was not created from this source',
			default: 'fail',
		},
		{
			displayName: 'On Delete',
			name: 'onDelete',
			type: 'options',
			options: [
				{ name: 'Delete', value: 'delete', description: 'Remove the account for good' },
				{ name: 'Disable', value: 'disable', description: 'Keep the account, but inactive' },
				{ name: 'Keep', value: 'keep', description: 'Leave the account as it is' },
			],
			description: 'What to do with the account of somebody who is gone from the source',
			default: 'disable',
		},
		{
			displayName: 'On Missing',
			name: 'onMissing',
			type: 'options',
			options: [
				{ name: 'Create', value: 'create', description: 'Create the account' },
				{ name: 'Skip', value: 'skip', description: 'Only change accounts that exist' },
			],
			description: 'What to do when the target has no such account',
			default: 'create',
		},
		{
			displayName: 'Update Method',
			name: 'updateMethod',
			type: 'options',
			options: [
				{ name: 'Automatic', value: 'auto', description: 'What suits the system' },
				{ name: 'Patch', value: 'patch', description: 'Send only what differs (PATCH)' },
				{
					name: 'Put',
					value: 'put',
					description: 'Send the whole account, with what others maintain kept (PUT)',
				},
			],
			description: 'How a change of an account is sent',
			default: 'auto',
		},
	],
};
