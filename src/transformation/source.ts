import type { Json } from '../model/json';
import type { Run } from './run';

/** Where a mapping gets its value. */
export interface Source {
	/** As the document has it, for messages. */
	readonly text: string;
	/** `undefined` = absent, as JSON null is unless `nullIsValue`; a constant null is a value always. */
	read(document: Json, run: Run): Json | undefined;
}
