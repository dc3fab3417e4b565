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
			displayName: 'Change Budget',
			name: 'changeBudget',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			hint: 'Counted per target in this process of n8n; what exceeds it is held',
			description:
				"In how many accounts the same attribute may be changed within the 'Deletion Window'",
			default: 1000,
		},
		{
			displayName: 'Deletion Budget',
			name: 'deletionBudget',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			hint: 'Counted per target in this process of n8n; what exceeds it is held',
			description: "How many accounts may be disabled or deleted within the 'Deletion Window'",
			default: 10,
		},
		{
			displayName: 'Deletion Share',
			name: 'deletionShare',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100 },
			hint: 'In per cent; five always may. What exceeds it is held',
			description: 'How many of the items of one execution may be disabled or deleted',
			default: 100,
		},
		{
			displayName: 'Deletion Window',
			name: 'deletionWindowMinutes',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			hint: 'In minutes',
			description: "The time that 'Deletion Budget' and 'Change Budget' are for",
			default: 60,
		},
		{
			displayName: 'Empty Groups',
			name: 'emptyGroups',
			type: 'options',
			options: [
				{ name: 'Allow', value: 'allow', description: 'Let groups lose any number of members' },
				{ name: 'Hold', value: 'hold', description: "Put such a change on the 'Held' output" },
			],
			description:
				'What to do when a group of more than 20 members would lose more than half of them',
			default: 'hold',
		},
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
			displayName: 'Members',
			name: 'members',
			type: 'options',
			options: [
				{
					name: 'Merge',
					value: 'merge',
					description: 'Keep the members that only the target knows',
				},
				{ name: 'Own', value: 'own', description: 'The list of the source is the truth' },
			],
			description: 'Who decides on the members of a group',
			default: 'own',
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
			displayName: 'On New ID',
			name: 'onNewId',
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
					description: 'Go on with the account. Only for a target that no other source writes.',
				},
			],
			description:
				'What to do with an account that matches and whose former ID the source has no more, for example of an onboardee who is hired',
			default: 'fail',
		},
		{
			displayName: 'Protect',
			name: 'protect',
			type: 'string',
			placeholder: 'e.g. admin, svc-*',
			hint: 'Separated by commas; * stands for any characters. The user of the credential always is.',
			description: 'User names, or names of groups, that are never changed',
			default: '',
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
		{
			displayName: 'Version Attribute',
			name: 'versionAttribute',
			type: 'string',
			placeholder: 'e.g. urn:example:User:sourceVersion',
			hint: 'Path of an attribute into which a mapping writes the version or the time of change',
			description:
				"An entity that is older than what the account shows there is not written. For 'Desired State' Item, where items may be late.",
			default: '',
		},
	],
};
