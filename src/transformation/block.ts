import type { Condition } from '../path';
import { compileCondition } from '../path';
import { joinPointer } from './faults';
import type { Findings } from './findings';
import type { Mapping } from './mapping';
import { compileMapping } from './mapping';
import type { Properties } from './properties';
import { reviewBlock } from './review';
import type { BlockShape } from './schema';
import { blockSchema, KEYS } from './schema';
import type { Direction, MapOperation } from './scope';
import { isActive } from './scope';
import { checkShape, warnLenient } from './validate';

/** Everything about one entity type, ready to run. */
export interface Block {
	readonly entityType: string;
	readonly direction: Direction | undefined;
	readonly ignore: boolean;
	readonly condition?: Condition;
	readonly skipOperations: NonNullable<BlockShape['skipOperations']>;
	/** All of them, for explanations. */
	readonly mappings: readonly Mapping[];
	/** Those that run. */
	readonly active: Readonly<Record<MapOperation, readonly Mapping[]>>;
}

export interface BlockOptions {
	readonly properties: Properties;
	readonly direction: Direction | undefined;
}

export function compileBlock(
	entityType: string,
	written: unknown,
	options: BlockOptions,
	findings: Findings,
): Block | undefined {
	const pointer = joinPointer('', entityType);
	const place = { pointer, what: 'an entity type', keys: KEYS.block };
	warnLenient(written, pointer, findings);
	const shape = checkShape(blockSchema, written, place, findings);
	if (shape === undefined) return undefined;

	const { properties, direction } = options;
	const mappings = shape.mappings
		.map((each, index) =>
			compileMapping(each, index, `${pointer}/mappings/${index}`, properties, findings),
		)
		.filter((mapping) => mapping !== undefined);
	const { condition: text } = shape;
	const condition =
		text === undefined
			? undefined
			: findings.attempt(joinPointer(pointer, 'condition'), () =>
					compileCondition(text, { properties }),
				);
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
	reviewBlock(block, shape, pointer, isComplete, findings);
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
