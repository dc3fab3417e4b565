import type { INodeProperties } from 'n8n-workflow';

/** A field that one or several kinds of authentication need. */
export function fieldFor(
	kinds: readonly string[],
	field: Omit<INodeProperties, 'displayOptions'>,
): INodeProperties {
	return { ...field, displayOptions: { show: { authentication: [...kinds] } } };
}
