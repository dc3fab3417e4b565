import type { IWebhookFunctions } from 'n8n-workflow';
import type { TriggerSource } from './source';

export const MOST_SECONDS = 30;

/**
 * From when on the source may be expected to show what it has just reported; `undefined` when it may be
 * looked at right away.
 */
export function readAfterOf(
	context: IWebhookFunctions,
	{ system }: TriggerSource,
	now: number,
): string | undefined {
	const usual = (system.source?.settling ?? 0) / 1_000;
	const value = context.getNodeParameter('options.settleSeconds', usual);
	// An imported workflow may hold anything: then the usual delay stands.
	const isDelay = typeof value === 'number' && value >= 0 && value <= MOST_SECONDS;
	const seconds = isDelay ? value : usual;
	return seconds === 0 ? undefined : new Date(now + seconds * 1_000).toISOString();
}
