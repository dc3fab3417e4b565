import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { ChangeNotice } from '../../src/model/notice';
import type { Outcome } from '../../src/model/outcome';
import type { Batch } from '../../src/sync';
import type { OpenDirectory, Opened } from '../shared/directories';
import type { Told } from '../shared/hints';
import type { Parameter } from '../shared/parameters';
import type { Parameters } from './parameters';

/** What an operation works with, for one item. */
export interface Call {
	readonly context: IExecuteFunctions;
	readonly json: IDataObject;
	readonly parameter: Parameter;
	readonly chosen: Parameters;
	readonly target: Opened;
	readonly openSource: OpenDirectory;
	/** All items of this execution. */
	readonly batch: Batch;
	/** For what the author should notice and that is on no item. */
	readonly tell: (told: Told) => void;
}

/** How an entity ended, with what belongs to it; or an item as it is. */
export type Result =
	| {
			readonly outcome: Outcome;
			readonly notice?: ChangeNotice;
			readonly entity?: IDataObject;
	  }
	| { readonly json: IDataObject };

/** @throws ProvisioningError when nothing could be begun */
export type Operation = (call: Call) => AsyncIterable<Result>;
