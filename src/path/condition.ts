import type { Json } from '../model/json';
import type { Expression, PathNode } from './ast';
import { pathsOf } from './ast';
import { asksDocument, bindExpression } from './bind';
import { BoundedCache } from './cache';
import { doubtsOf } from './doubts';
import { compileTest, documentFor } from './evaluate';
import { NO_VARIABLES } from './evaluation';
import type { ConditionExplanation } from './explain';
import { compileExplanation } from './explain';
import { Cursor } from './lex';
import { parseCondition } from './parse';
import type { CompiledPath } from './path';
import { pathFrom } from './path';

export interface ConditionOptions {
	/** Values of `%name%` and of the property arguments of calls; what is missing is the text `null`. */
	readonly properties?: Readonly<Record<string, string>>;
}

export interface ConditionScope {
	/** What `@` means; the document unless told. */
	readonly current?: Json;
	/** Values of `${name}` in texts and regular expressions; what is missing is the empty text. */
	readonly variables?: Readonly<Record<string, Json>>;
}

/** A question about a document, such as `$.emails EMPTY false && $.active == true`. */
export interface Condition {
	readonly text: string;
	/** The paths into the document (`$`) that it reads. */
	readonly paths: readonly CompiledPath[];
	/** What is legal and surely not meant. */
	readonly warnings: readonly string[];
	/** @throws ProvisioningError `condition.invalid` when a regular expression made of variables is refused */
	test(this: void, document: Json, scope?: ConditionScope): boolean;
	/** The same question about many values (`@`) of one document: what does not depend on them is asked once. */
	testEach(
		this: void,
		document: Json,
		variables: Readonly<Record<string, Json>>,
	): (current: Json) => boolean;
	/** The same answer with the parts that decided and the values they read. */
	explain(this: void, document: Json, scope?: ConditionScope): ConditionExplanation;
}

const cache = new BoundedCache<Condition>(5_000);

/**
 * Compiles a condition of the transformation language.
 * @throws ProvisioningError `condition.invalid`, naming the column and the text around it
 */
export function compileCondition(text: string, options: ConditionOptions = {}): Condition {
	const known = cache.get(text);
	if (known !== undefined) return known;
	const cursor = new Cursor(text, {
		code: 'condition.invalid',
		properties: options.properties ?? {},
	});
	const expression = parseCondition(cursor);
	cursor.skipBlanks();
	if (!cursor.done) cursor.fail(`\`${cursor.peek()}\` cannot stand here`);
	const condition = conditionFrom(text, expression);
	if (!cursor.usedProperties) cache.set(text, condition);
	return condition;
}

function conditionFrom(text: string, expression: Expression): Condition {
	const test = compileTest(expression, 'condition');
	let explain: ReturnType<typeof compileExplanation> | undefined;
	let paths: readonly CompiledPath[] | undefined;
	let warnings: readonly string[] | undefined;
	return {
		text,
		get paths() {
			paths ??= absolutePaths(expression).map((path) => pathFrom(path.text, path));
			return paths;
		},
		get warnings() {
			warnings ??= doubtsOf(expression);
			return warnings;
		},
		test: (document, scope) =>
			test(valueAtHand(document, scope), document, scope?.variables ?? NO_VARIABLES),
		testEach: (document, variables) => {
			const bound = asksDocument(expression)
				? compileTest(
						bindExpression(expression, documentFor('condition', document, variables)),
						'condition',
					)
				: test;
			return (current) => bound(current, document, variables);
		},
		explain: (document, scope) => {
			explain ??= compileExplanation(expression);
			return explain(valueAtHand(document, scope), document, scope?.variables ?? NO_VARIABLES);
		},
	};
}

/** Null is a value that `@` can have. */
function valueAtHand(document: Json, scope: ConditionScope | undefined): Json {
	return scope?.current === undefined ? document : scope.current;
}

function absolutePaths(expression: Expression): readonly PathNode[] {
	if (expression.kind === 'not') return absolutePaths(expression.part);
	if (expression.kind === 'and' || expression.kind === 'or') {
		return expression.parts.flatMap(absolutePaths);
	}
	return pathsOf(expression).flatMap((path) => [
		...(path.origin === '$' ? [path] : []),
		...path.steps.flatMap((step) => (step.kind === 'filter' ? absolutePaths(step.filter) : [])),
	]);
}
