import type { INodeProperties } from 'n8n-workflow';
import { fieldFor } from './fields';

/** What SAP SuccessFactors wants besides a client certificate. */
export const companyProperties: INodeProperties[] = [
	fieldFor(['certificate'], {
		displayName: 'Company ID',
		name: 'companyId',
		type: 'string',
		placeholder: 'e.g. ACMEEX',
		hint: 'Of SAP SuccessFactors; other systems have none',
		default: '',
	}),
	{
		displayName: 'Send Company ID',
		name: 'sendCompanyId',
		type: 'options',
		options: [
			{ name: 'As Header', value: 'header', description: 'Named company_id' },
			{ name: 'As Query Parameter', value: 'query', description: 'Named company_id' },
			{ name: 'Not At All', value: 'none' },
		],
		displayOptions: { show: { authentication: ['certificate'] }, hide: { companyId: [''] } },
		description: 'Where the company ID goes',
		default: 'header',
	},
];
