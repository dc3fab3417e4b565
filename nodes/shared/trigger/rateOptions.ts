import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';
import type { CallLimits } from '../../../src/endpoint';

const SLOW_AFTER = 150;
const REJECT_AFTER = 200;
const MOST = 10_000;

const typeOptions = { minValue: 0, maxValue: MOST, numberPrecision: 0 };

/** For the collection `options` of a trigger. */
export const rateOptions: INodeProperties[] = [
	{
		displayName: 'Slow Down After',
		name: 'slowAfterPerMinute',
		type: 'number',
		noDataExpression: true,
		typeOptions,
		default: SLOW_AFTER,
		hint: 'Calls in 60 seconds; 0 for no limit',
		description: 'Further calls are answered a second later',
	},
	{
		displayName: 'Reject After',
		name: 'rejectAfterPerMinute',
		type: 'number',
		noDataExpression: true,
		typeOptions,
		default: REJECT_AFTER,
		hint: 'Calls in 60 seconds; 0 for no limit',
		description: 'Further calls are answered with 429, so that the source repeats them later',
	},
];

function readLimit(context: IWebhookFunctions, name: string, usual: number): number {
	const value = context.getNodeParameter(`options.${name}`, usual);
	// An imported workflow may hold anything: then the usual limit stands.
	if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return usual;
	return Math.min(value, MOST);
}

export function readCallLimits(context: IWebhookFunctions): CallLimits {
	return {
		slowAfter: readLimit(context, 'slowAfterPerMinute', SLOW_AFTER),
		rejectAfter: readLimit(context, 'rejectAfterPerMinute', REJECT_AFTER),
	};
}
