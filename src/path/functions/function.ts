import type { Json } from '../../model/json';

/** A named test that a condition may call. It takes at most one path and looks at most at one property. */
export interface ConditionFunction {
	readonly name: string;
	/** In the order in which they are written. */
	readonly parameters: readonly ('path' | 'property')[];
	/** A property that it looks at without being told. */
	readonly property?: string;
	/** Absent and JSON null are `undefined`; a path to several values gives a list. */
	test(document: Json | undefined, value: Json | undefined, property: string | undefined): boolean;
}
