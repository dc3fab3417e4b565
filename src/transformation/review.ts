import type { Block } from './block';
import { joinPointer } from './faults';
import type { Findings } from './findings';
import type { Mapping } from './mapping';
import { overwritten } from './overwritten';
import type { BlockShape } from './schema';
import { KNOWN_ENTITY_TYPES } from './schema';
import { unknownWord } from './suggest';
import { isRuntimeVariable, referencedVariables, SOURCE_ID, TARGET_ID } from './variables';

/** What only the whole block shows: faults of a direction, and what is legal but surely not meant. */
export function reviewBlock(
	block: Block,
	shape: BlockShape,
	pointer: string,
	isComplete: boolean,
	findings: Findings,
): void {
	if (!KNOWN_ENTITY_TYPES.includes(block.entityType)) {
		const known = `an entity type, so it is never applied`;
		findings.warn(pointer, unknownWord(block.entityType, known, KNOWN_ENTITY_TYPES));
	}
	const mappings = block.mappings.filter(({ shape: each }) => each.ignore !== true);
	if (block.direction === 'read') reviewRead(shape, mappings, pointer, isComplete, findings);
	if (block.direction === 'write') reviewWrite(mappings, pointer, findings);
	reviewVariables(mappings, findings);
	for (const { dead, by } of overwritten(mappings)) {
		findings.warn(
			joinPointer(dead.pointer, 'targetPath'),
			`this mapping has no effect: mapping ${by.index} always overwrites or removes what it writes`,
		);
	}
	for (const { shape: each, pointer: at } of mappings) {
		if (each.correlationAttribute === true && block.entityType !== 'user') {
			const place = joinPointer(at, 'correlationAttribute');
			findings.warn(place, '`correlationAttribute` has a meaning for users only');
		}
	}
}

function reviewRead(
	shape: BlockShape,
	mappings: readonly Mapping[],
	pointer: string,
	isComplete: boolean,
	findings: Findings,
): void {
	if (shape.skipOperations !== undefined) {
		const place = joinPointer(pointer, 'skipOperations');
		findings.warn(place, '`skipOperations` has no effect in a read transformation');
	}
	const setsId = mappings.some((mapping) => mapping.shape.targetVariable === SOURCE_ID);
	if (!setsId && isComplete && shape.ignore !== true) {
		findings.fault(
			joinPointer(pointer, 'mappings'),
			`a read transformation needs a mapping with \`"targetVariable": "${SOURCE_ID}"\``,
		);
	}
	for (const mapping of mappings) {
		if (mapping.shape.scope !== undefined) {
			const place = joinPointer(mapping.pointer, 'scope');
			findings.warn(place, '`scope` has no effect in a read transformation');
		}
		const resolves = mapping.steps.findIndex((step) => step.name === 'resolveEntityIds');
		if (resolves >= 0) {
			findings.fault(
				`${mapping.pointer}/functions/${resolves}`,
				'`resolveEntityIds` belongs to write transformations: ids are resolved at the target',
			);
		}
	}
}

function reviewWrite(mappings: readonly Mapping[], pointer: string, findings: Findings): void {
	for (const { shape, pointer: at } of mappings) {
		if (shape.correlationAttribute === true) {
			const place = joinPointer(at, 'correlationAttribute');
			findings.warn(place, '`correlationAttribute` has no effect in a write transformation');
		}
	}
	const namesId = mappings.some(
		({ shape }) => shape.sourceVariable === TARGET_ID || shape.targetVariable === TARGET_ID,
	);
	if (!namesId) {
		findings.warn(joinPointer(pointer, 'mappings'), `no mapping names \`${TARGET_ID}\``);
	}
}

/** A variable lives in one run of one block, so only a mapping above can have set it. */
function reviewVariables(mappings: readonly Mapping[], findings: Findings): void {
	const set = new Set<string>();
	for (const { shape, pointer } of mappings) {
		const read = referencedVariables([shape.condition, shape.constant, shape.functions]);
		if (shape.sourceVariable !== undefined) read.push(shape.sourceVariable);
		for (const name of new Set(read)) {
			if (set.has(name) || isRuntimeVariable(name)) continue;
			findings.warn(pointer, `the variable \`${name}\` is read, but no mapping above sets it`);
		}
		if (shape.targetVariable !== undefined) set.add(shape.targetVariable);
	}
}
