import type { Expression, Leaf, Operand } from './ast';
import { pathsOf } from './ast';

/** What a condition says that is legal and surely not meant. */
export function doubtsOf(expression: Expression): string[] {
	const leaves = leavesOf(expression);
	return [...new Set([...leaves.flatMap(bareWords), ...lengthsOfTexts(leaves)])];
}

function leavesOf(expression: Expression): Leaf[] {
	if (expression.kind === 'not') return leavesOf(expression.part);
	if (expression.kind === 'and' || expression.kind === 'or') {
		return expression.parts.flatMap(leavesOf);
	}
	const filters = pathsOf(expression).flatMap(({ steps }) =>
		steps.flatMap((step) => (step.kind === 'filter' ? leavesOf(step.filter) : [])),
	);
	return [expression, ...filters];
}

function operandsOf(leaf: Leaf): readonly Operand[] {
	if (leaf.kind === 'call') return [];
	return leaf.kind === 'compare' ? [leaf.left, leaf.right] : [leaf.operand];
}

function bareWords(leaf: Leaf): string[] {
	return operandsOf(leaf).flatMap((operand) =>
		operand.kind === 'literal' && operand.isBareWord === true
			? [`\`${operand.value}\` is a text here; write \`$.${operand.value}\` or put it in quotes`]
			: [],
	);
}

/** A path whose length is asked for in one part is compared with a text in another. */
function lengthsOfTexts(leaves: readonly Leaf[]): string[] {
	const texts = new Set(
		leaves
			.filter(comparesText)
			.flatMap(pathsOf)
			.map(({ text }) => text),
	);
	return leaves.flatMap(pathsOf).flatMap(({ text, length }) => {
		const measured = text.replace(/\.length\(\)$/, '');
		return length && texts.has(measured)
			? [`\`${measured}\` is compared with a text here, and a text has no \`.length()\``]
			: [];
	});
}

function comparesText(leaf: Leaf): boolean {
	return (
		leaf.kind === 'compare' &&
		['==', '===', '<', '<=', '>', '>='].includes(leaf.operator) &&
		operandsOf(leaf).some(
			(operand) => operand.kind === 'literal' && typeof operand.value === 'string',
		)
	);
}
