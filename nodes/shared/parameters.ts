import type { IExecuteFunctions } from 'n8n-workflow';
import type { Json } from '../../src/model/json';

/** Reads what the author chose for one item; a field that is not shown gives the fallback. */
export type Parameter = (name: string, fallback?: Json) => Json;

export function parametersOf(context: IExecuteFunctions, index: number): Parameter {
	return (name, fallback = '') => context.getNodeParameter(name, index, fallback) as Json;
}

/** Trimmed; nothing when nothing is left of it. */
export function text(value: Json | undefined): string | undefined {
	return typeof value === 'string' ? value.trim() || undefined : undefined;
}
