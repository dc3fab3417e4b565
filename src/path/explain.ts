import type { Json } from '../model/json';
import type { Expression, Leaf } from './ast';
import { pathsOf } from './ast';
import { compilePathNode, compileTest } from './evaluate';
import type { Evaluation } from './evaluation';

export interface ReadValue {
	/** As the author wrote it. */
	readonly path: string;
	/** Missing when the document has nothing there. */
	readonly value?: Json;
}

/** One comparison, call or question of a condition. */
export interface ConditionPart {
	readonly text: string;
	readonly result: boolean;
	readonly values: readonly ReadValue[];
}

export interface ConditionExplanation {
	readonly result: boolean;
	/** The parts that decided; what could not change the result is left out. */
	readonly parts: readonly ConditionPart[];
}

type Explain = Evaluation<ConditionExplanation>;

export function compileExplanation(expression: Expression): Explain {
	switch (expression.kind) {
		case 'and':
			return explainParts(expression.parts.map(compileExplanation), false);
		case 'or':
			return explainParts(expression.parts.map(compileExplanation), true);
		case 'not': {
			const explain = compileExplanation(expression.part);
			return (current, root, variables) => {
				const { result, parts } = explain(current, root, variables);
				return { result: !result, parts };
			};
		}
		default:
			return explainLeaf(expression);
	}
}

/** The first part with the deciding result speaks alone; without one, all of them decided together. */
function explainParts(explains: readonly Explain[], deciding: boolean): Explain {
	return (current, root, variables) => {
		const parts: ConditionPart[] = [];
		for (const explain of explains) {
			const explanation = explain(current, root, variables);
			if (explanation.result === deciding) return explanation;
			parts.push(...explanation.parts);
		}
		return { result: !deciding, parts };
	};
}

function explainLeaf(leaf: Leaf): Explain {
	const test = compileTest(leaf, 'condition');
	const reads = pathsOf(leaf).map((path) => ({
		path: path.text,
		read: compilePathNode(path, 'condition'),
	}));
	return (current, root, variables) => {
		const result = test(current, root, variables);
		const values = reads.map(({ path, read }) => {
			const value = read(current, root, variables);
			return value === undefined ? { path } : { path, value };
		});
		return { result, parts: [{ text: leaf.text, result, values }] };
	};
}
