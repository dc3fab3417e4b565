import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { fieldFor } from './fields';

export const certificateOption: INodePropertyOptions = {
	name: 'Client Certificate',
	value: 'certificate',
	description: 'A certificate that the system knows, and the key that belongs to it',
};

export const certificateOAuth2Option: INodePropertyOptions = {
	name: 'OAuth 2.0 With Client Certificate',
	value: 'certificateOAuth2',
	description: 'A client that proves itself to the token endpoint by a certificate',
};

const KINDS = ['certificate', 'certificateOAuth2'];

export const certificateProperties: INodeProperties[] = [
	fieldFor(KINDS, {
		displayName: 'Certificate',
		name: 'clientCertificate',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		placeholder: 'e.g. -----BEGIN CERTIFICATE-----',
		hint: 'PEM, on one line or several; certificates of issuers may follow',
		default: '',
	}),
	fieldFor(KINDS, {
		displayName: 'Private Key',
		name: 'privateKey',
		type: 'string',
		required: true,
		typeOptions: { password: true },
		placeholder: 'e.g. -----BEGIN PRIVATE KEY-----',
		hint: 'PEM, on one line or several',
		default: '',
	}),
	fieldFor(KINDS, {
		displayName: 'Passphrase',
		name: 'passphrase',
		type: 'string',
		typeOptions: { password: true },
		hint: 'Leave empty when the private key is not encrypted',
		default: '',
	}),
];
