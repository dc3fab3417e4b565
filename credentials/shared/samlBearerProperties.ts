import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { fieldFor } from './fields';

export const samlBearerOption: INodePropertyOptions = {
	name: 'OAuth 2.0 SAML Bearer',
	value: 'samlBearer',
	description: 'A signed assertion is exchanged for tokens, as SAP SuccessFactors wants it',
};

const SAML = ['samlBearer'];

/** A signed assertion, as SAP SuccessFactors wants it. */
export const samlBearerProperties: INodeProperties[] = [
	fieldFor(SAML, {
		displayName: 'Token URL',
		name: 'tokenUrl',
		type: 'string',
		required: true,
		placeholder: 'e.g. https://api4.successfactors.com/oauth/token',
		hint: 'The API host of your data center, followed by /oauth/token',
		default: '',
	}),
	fieldFor(SAML, {
		// The editor shows this name for every field clientId, whatever is said here.
		displayName: 'Client ID',
		name: 'clientId',
		type: 'string',
		required: true,
		placeholder: 'e.g. YjQ3MDBhOWYtN2Y1',
		hint: 'The API key that the API Center shows after the client was registered',
		default: '',
	}),
	fieldFor(SAML, {
		displayName: 'User',
		name: 'user',
		type: 'string',
		required: true,
		placeholder: 'e.g. provisioning',
		hint: 'The API user that reads',
		default: '',
	}),
	fieldFor(SAML, {
		displayName: 'User Is A User Name',
		name: 'useUserName',
		type: 'boolean',
		description: 'Whether the user above is a user name; turn it off for a user ID',
		default: true,
	}),
	fieldFor(SAML, {
		displayName: 'Private Key',
		name: 'privateKey',
		type: 'string',
		required: true,
		typeOptions: { password: true },
		placeholder: 'e.g. -----BEGIN PRIVATE KEY-----',
		hint: 'PEM, on one line or several; its certificate was registered with the client',
		default: '',
	}),
	fieldFor(SAML, {
		displayName: 'Company ID',
		name: 'companyId',
		type: 'string',
		required: true,
		placeholder: 'e.g. ACMEEX',
		hint: 'Shown on the page on which you log on',
		default: '',
	}),
	fieldFor(SAML, {
		displayName: 'Issuer',
		name: 'issuer',
		type: 'string',
		required: true,
		placeholder: 'e.g. www.successfactors.com',
		hint: 'Who the assertion says that it comes from',
		default: 'www.successfactors.com',
	}),
];
