import type { Json } from '../model/json';
import type { Expression, Leaf, Operand, PathNode, Step } from './ast';
import { pathsOf } from './ast';

/** What a part of a filter says about the document at hand. */
export interface Document {
	ask(leaf: Leaf): boolean;
	read(path: PathNode): Json | undefined;
}

/** Whether a filter in these steps looks at the whole document (`$`) beside the element. */
export function looksAtDocument(steps: readonly Step[]): boolean {
	return steps.some((step) => step.kind === 'filter' && asksDocument(step.filter));
}

export function asksDocument(expression: Expression): boolean {
	if (expression.kind === 'not') return asksDocument(expression.part);
	if (expression.kind === 'and' || expression.kind === 'or') {
		return expression.parts.some(asksDocument);
	}
	return pathsOf(expression).some(({ origin, steps }) => origin === '$' || looksAtDocument(steps));
}

/** Puts answers of the document in the place of what does not depend on the element. */
export function bindSteps(steps: readonly Step[], document: Document): Step[] {
	return steps.map((step) =>
		step.kind === 'filter'
			? { kind: 'filter', filter: bindExpression(step.filter, document) }
			: step,
	);
}

export function bindExpression(expression: Expression, document: Document): Expression {
	switch (expression.kind) {
		case 'not':
			return { kind: 'not', part: bindExpression(expression.part, document) };
		case 'and':
		case 'or':
			return {
				kind: expression.kind,
				parts: expression.parts.map((part) => bindExpression(part, document)),
			};
		default:
			return bindLeaf(expression, document);
	}
}

function bindLeaf(leaf: Leaf, document: Document): Leaf {
	const paths = pathsOf(leaf);
	if (paths.every(({ origin }) => origin === '$')) {
		const value = document.ask(leaf);
		return { kind: 'exists', operand: { kind: 'literal', value }, text: leaf.text };
	}
	if (leaf.kind === 'call') {
		const { call } = leaf;
		return call.path === undefined
			? leaf
			: { ...leaf, call: { ...call, path: bindPath(call.path, document) } };
	}
	if (leaf.kind === 'compare') {
		const left = bindOperand(leaf.left, document);
		return { ...leaf, left, right: bindOperand(leaf.right, document) };
	}
	return { ...leaf, operand: bindOperand(leaf.operand, document) };
}

function bindOperand(operand: Operand, document: Document): Operand {
	if (operand.kind !== 'path') return operand;
	return operand.path.origin === '$'
		? { kind: 'known', value: document.read(operand.path) }
		: { kind: 'path', path: bindPath(operand.path, document) };
}

function bindPath(path: PathNode, document: Document): PathNode {
	return { ...path, steps: bindSteps(path.steps, document) };
}
