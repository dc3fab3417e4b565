import { ENTITY_TYPES, type EntityType } from '../../src/model/entity';
import { member } from '../../src/model/json';
import { parseChoice, type Choice } from '../shared/choices';
import { text, type Parameter } from '../shared/parameters';
import { parseProperties, type Properties } from '../shared/transformations';

/** What the author chose for one item, in our own types. */
export interface Parameters {
	readonly system: string;
	readonly apiVersion?: string;
	/** Absent: as the item says. */
	readonly entityType?: EntityType;
	readonly read: Choice;
	readonly properties: Properties;
	readonly dropSkipped: boolean;
	/** Goes into the notices: which instance of the application this is. */
	readonly systemId?: string;
}

export function readParameters(parameter: Parameter): Parameters {
	const options = parameter('options', {});
	return {
		system: String(parameter('system')),
		apiVersion: text(parameter('apiVersion')),
		entityType: ENTITY_TYPES.find((type) => type === parameter('entityType')),
		read: parseChoice(parameter('transformation'), () => parameter('transformationJson')),
		properties: parseProperties(member(parameter('properties', {}), 'property')),
		dropSkipped: member(options, 'dropSkipped') === true,
		systemId: text(member(options, 'systemId')),
	};
}
