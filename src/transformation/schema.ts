import { z } from 'zod';
import { ENTITY_TYPES } from '../model/entity';
import { SCOPES } from './scope';

/** Named in the documentation; a block of another name is accepted and never applied. */
export const KNOWN_ENTITY_TYPES: readonly string[] = [...ENTITY_TYPES, 'role', 'event'];

const MAPPING_TYPES = ['set', 'remove', 'rename', 'valueMapping'] as const;

const SKIPPABLE = ['create', 'update', 'delete'] as const;

/** Documents in use write `"true"` now and then; validation warns about it. */
const flag = z
	.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')], {
		errorMap: () => ({ message: 'must be true or false' }),
	})
	.optional();

const text = z.string();

/** Its parameters are checked by the function that it names. */
const functionObject = z.object({}).passthrough();

const valueMapping = z
	.object({
		key: z.array(z.union([z.string(), z.number(), z.boolean()])).nonempty(),
		mappedValue: z.unknown(),
	})
	.strict();

export const mappingSchema = z
	.object({
		sourcePath: text.optional(),
		sourcePaths: z.array(text).nonempty().optional(),
		sourceVariable: text.min(1).optional(),
		variablePath: text.optional(),
		constant: z.unknown(),
		targetPath: text.optional(),
		targetVariable: text.min(1).optional(),
		type: z.enum(MAPPING_TYPES).default('set'),
		optional: flag,
		defaultValue: z.unknown(),
		preserveArrayWithSingleElement: flag,
		functions: z
			.preprocess(
				(value) => (typeof value === 'object' && !Array.isArray(value) ? [value] : value),
				z.array(functionObject),
			)
			.optional(),
		condition: text.optional(),
		ignore: flag,
		scope: z.enum(SCOPES).optional(),
		correlationAttribute: flag,
		valueMappings: z.array(valueMapping).optional(),
		hashing: flag,
	})
	.strict();

export type MappingShape = z.output<typeof mappingSchema>;

/** Mappings are checked one by one, so that a fault in one hides none in the others. */
export const blockSchema = z
	.object({
		mappings: z.array(z.unknown()),
		condition: text.optional(),
		ignore: flag,
		skipOperations: z.array(z.enum(SKIPPABLE)).optional(),
		scimEntityEndpoint: text.optional(),
	})
	.strict();

export type BlockShape = z.output<typeof blockSchema>;

/** Keys that every function object may carry beside its own parameters. */
export const functionFrame = z.object({
	function: text.optional(),
	type: text.optional(),
	condition: text.optional(),
	applyOnElements: flag,
	applyOnAttribute: text.min(1).optional(),
	applyOnJsonAttribute: text.min(1).optional(),
	assignToAttribute: text.min(1).optional(),
});

export type FunctionFrame = z.output<typeof functionFrame>;

export const KEYS: Readonly<Record<'block' | 'mapping' | 'frame', readonly string[]>> = {
	block: Object.keys(blockSchema.shape),
	mapping: Object.keys(mappingSchema.shape),
	frame: Object.keys(functionFrame.shape),
};
