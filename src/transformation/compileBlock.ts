import type { Block } from './block';
import { compileConditionOf } from './condition';
import { joinPointer } from './faults';
import type { Findings } from './findings';
import type { Mapping } from './mapping';
import { compileMapping } from './mapping';
import type { CompileOptions } from './options';
import { reviewBlock } from './review';
import { blockSchema, KEYS } from './schema';
import type { Direction, MapOperation } from './scope';
import { isActive } from './scope';
import { checkShape, warnLenient } from './validate';

export function compileBlock(
	entityType: string,
	written: unknown,
	options: CompileOptions,
	findings: Findings,
): Block | undefined {
	const pointer = joinPointer('', entityType);
	const place = { pointer, what: 'an entity type', keys: KEYS.block };
	warnLenient(written, pointer, findings);
	const shape = checkShape(blockSchema, written, place, findings);
	if (shape === undefined) return undefined;

	const { direction } = options;
	const mappings = shape.mappings
		.map((each, index) =>
			compileMapping(each, index, `${pointer}/mappings/${index}`, options, findings),
		)
		.filter((mapping) => mapping !== undefined);
	const condition = compileConditionOf(shape, pointer, options, findings);
	const isComplete = mappings.length === shape.mappings.length;
	const block: Block = {
		entityType,
		direction,
		ignore: shape.ignore ?? false,
		...(condition === undefined ? {} : { condition }),
		skipOperations: direction === 'read' ? [] : (shape.skipOperations ?? []),
		mappings,
		active: {
			create: activeMappings(mappings, 'create', direction),
			update: activeMappings(mappings, 'update', direction),
			patch: activeMappings(mappings, 'patch', direction),
			delete: activeMappings(mappings, 'delete', direction),
		},
	};
	reviewBlock(block, shape, { pointer, isComplete, options }, findings);
	return block;
}

function activeMappings(
	mappings: readonly Mapping[],
	operation: MapOperation,
	direction: Direction | undefined,
): readonly Mapping[] {
	return mappings.filter(
		({ shape }) =>
			shape.ignore !== true &&
			isActive(shape.scope, operation, direction) &&
			(shape.targetPath !== undefined || shape.targetVariable !== undefined),
	);
}
