import type { Json } from '../model/json';
import type { Template } from './ast';
import type { Evaluation, Variables } from './evaluation';
import { isPresent } from './names';

export function compileTemplate(template: Template): Evaluation<string> {
	const [only] = template;
	if (template.length === 1 && typeof only === 'string') return () => only;
	return (_current, _root, variables) =>
		template
			.map((part) => (typeof part === 'string' ? part : variableText(variables, part.variable)))
			.join('');
}

/**
 * What stands in the place of `${name}`: absent is the empty text, a list of one stands for its element,
 * structures for their JSON text.
 */
export function variableText(variables: Variables, name: string): string {
	const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
	const value = Array.isArray(variable) && variable.length === 1 ? variable[0] : variable;
	if (!isPresent(value)) return '';
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What a regular expression sees: absent, null and structures are the empty text. */
export function textOf(value: Json | undefined): string {
	return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}
