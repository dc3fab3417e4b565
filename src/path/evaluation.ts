import type { Json } from '../model/json';
import type { Expression } from './ast';

export type Variables = Readonly<Record<string, Json>>;

export const NO_VARIABLES: Variables = Object.freeze({});

/** A compiled question: the value at hand (`@`), the document (`$`) and the variables come each time. */
export type Evaluation<Answer> = (
	current: Json | undefined,
	root: Json | undefined,
	variables: Variables,
) => Answer;

export type Reader = Evaluation<Json | undefined>;
export type Test = Evaluation<boolean>;

export type CompileFilter = (filter: Expression) => Test;
