import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { fieldFor } from './fields';
import { clientProperties, tokenProperties } from './tokenProperties';

export const basicOption: INodePropertyOptions = {
	name: 'Basic',
	value: 'basic',
	description: 'A technical user with a password',
};

export const bearerOption: INodePropertyOptions = {
	name: 'Bearer Token',
	value: 'bearer',
	description: 'A token that does not expire',
};

export const clientCredentialsOption: INodePropertyOptions = {
	name: 'OAuth 2.0 Client Credentials',
	value: 'oAuth2ClientCredentials',
	description: 'A client that gets its tokens at a token endpoint',
};

const basic: INodeProperties[] = [
	fieldFor(['basic'], {
		displayName: 'User',
		name: 'user',
		type: 'string',
		required: true,
		placeholder: 'e.g. provisioning-client',
		description: 'The technical user, or the client ID where the system gives one',
		default: '',
	}),
	fieldFor(['basic'], {
		displayName: 'Password',
		name: 'password',
		type: 'string',
		required: true,
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
		required: true,
		typeOptions: { password: true },
		hint: 'Without the word Bearer in front',
		default: '',
	}),
];

/**
 * How to prove who we are.
 *
 * @param kinds in the order of the list
 * @param fields of the kinds that not every connection has
 */
export function authenticationProperties(
	kinds: readonly INodePropertyOptions[],
	fields: readonly INodeProperties[],
): INodeProperties[] {
	return [
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [...kinds],
			default: 'basic',
		},
		...basic,
		...bearer,
		...clientProperties,
		...fields,
		...tokenProperties,
	];
}
