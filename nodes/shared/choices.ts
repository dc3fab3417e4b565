import { isObject, type Json, type JsonObject } from '../../src/model/json';
import type { Directory } from '../../src/protocols';
import type { TransformationDirection } from '../../src/systems';
import type { Transformation } from '../../src/transformation';
import { transformationFrom, type Properties } from './transformations';

/** `default` is the one of the system; anything else is the document itself. */
export type Choice = 'default' | 'none' | { readonly document: JsonObject | string };

/** @param custom asked only when the author wants a transformation of their own */
export function parseChoice(chosen: Json | undefined, custom: () => Json | undefined): Choice {
	if (chosen === 'none') return chosen;
	if (chosen !== 'custom') return 'default';
	const document = custom();
	return { document: isObject(document) || typeof document === 'string' ? document : '' };
}

/**
 * The transformation that was chosen, for the system and API version that it is used with.
 *
 * @throws ProvisioningError `transformation.invalid`
 */
export function chosenTransformation(
	choice: Choice,
	direction: TransformationDirection,
	{ system, version }: Directory,
	properties: Properties,
): Transformation | undefined {
	if (choice === 'none' || version.protocol === 'real-time') return undefined;
	const document =
		choice === 'default'
			? system.defaultTransformation(direction, version.version)
			: choice.document;
	return transformationFrom(document, properties, direction);
}
