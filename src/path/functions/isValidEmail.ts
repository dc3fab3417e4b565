import type { Json } from '../../model/json';
import type { ConditionFunction } from './function';

const LOCAL_SIGNS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/;
const LABEL_SIGNS = /^[A-Za-z0-9-]+$/;
const LETTER_OR_DIGIT = /^[A-Za-z0-9]$/;

/**
 * The pattern of the page "Transformation Functions", by hand: it uses atomic groups,
 * and each address is looked at once from left to right.
 */
export const isValidEmail: ConditionFunction = {
	name: 'isValidEmail',
	parameters: ['path'],
	test: (_, value) =>
		Array.isArray(value) ? value.length > 0 && value.every(isAddress) : isAddress(value),
};

function isAddress(value: Json | undefined): boolean {
	if (typeof value !== 'string') return false;
	const at = value.indexOf('@');
	if (at < 0) return false;
	const labels = value.slice(at + 1).split('.');
	return (
		value
			.slice(0, at)
			.split('.')
			.every((part) => LOCAL_SIGNS.test(part)) &&
		labels.length >= 2 &&
		labels.every(isLabel) &&
		LETTER_OR_DIGIT.test(labels.at(-1)?.at(-1) ?? '')
	);
}

function isLabel(label: string): boolean {
	return LABEL_SIGNS.test(label) && LETTER_OR_DIGIT.test(label.charAt(0));
}
