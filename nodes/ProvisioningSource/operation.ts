import type { IDataObject } from 'n8n-workflow';
import type { Entity, EntityType } from '../../src/model/entity';
import type { ChangeNotice, NoticeKind } from '../../src/model/notice';
import type { Directory } from '../../src/protocols';
import type { Told } from '../shared/hints';
import type { Parameter } from '../shared/parameters';
import type { Parameters } from './parameters';

/** What an operation works with, for one item. */
export interface Call {
	readonly json: IDataObject;
	readonly parameter: Parameter;
	readonly chosen: Parameters;
	readonly directory: Directory;
	readonly entityType: EntityType;
	/** Time zone of the workflow, such as Europe/Berlin. */
	readonly zone: string;
	/** For what the author should notice and that is on no item. */
	readonly tell: (told: Told) => void;
}

/** An entity that was read, or another thing that goes onto an item as it is. */
export type Finding =
	| { readonly entity: Entity; readonly kind: NoticeKind; readonly notice?: ChangeNotice }
	| { readonly json: IDataObject };

/** @throws ProvisioningError when the source cannot be read */
export type Operation = (call: Call) => AsyncIterable<Finding>;
