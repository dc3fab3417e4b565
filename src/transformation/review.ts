import type { Block } from './block';
import { joinPointer } from './faults';
import type { Findings } from './findings';
import type { Mapping } from './mapping';
import type { CompileOptions } from './options';
import { overwritten } from './overwritten';
import { reviewProvided } from './provided';
import type { BlockShape } from './schema';
import { KNOWN_ENTITY_TYPES } from './schema';
import { unknownWord } from './suggest';
import {
	BASE_LOCATION,
	isRuntimeVariable,
	referencedVariables,
	SOURCE_ID,
	TARGET_ID,
} from './variables';

/** What only the whole block shows: faults of a direction, and what is legal but surely not meant. */
export function reviewBlock(
	block: Block,
	shape: BlockShape,
	{ pointer, isComplete, options }: ReviewPlace,
	findings: Findings,
): void {
	if (!KNOWN_ENTITY_TYPES.includes(block.entityType)) {
		const known = `an entity type, so it is never applied`;
		findings.warn(pointer, unknownWord(block.entityType, known, KNOWN_ENTITY_TYPES));
	}
	const mappings = block.mappings.filter(({ shape: each }) => each.ignore !== true);
	if (options.direction === 'read') reviewRead(shape, mappings, pointer, isComplete, findings);
	if (options.direction === 'write') reviewWrite(mappings, pointer, options, findings);
	if (options.direction !== undefined && options.isProxy !== true) {
		reviewBaseLocation(mappings, findings);
	}
	if (options.systemNames !== undefined) reviewSystems(mappings, options.systemNames, findings);
	reviewVariables(mappings, findings);
	reviewProvided(block, options.provides?.(block.entityType) ?? [], pointer, findings);
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

interface ReviewPlace {
	readonly pointer: string;
	/** All mappings could be compiled. */
	readonly isComplete: boolean;
	readonly options: CompileOptions;
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

function reviewWrite(
	mappings: readonly Mapping[],
	pointer: string,
	{ isProxy = false }: CompileOptions,
	findings: Findings,
): void {
	for (const { shape, pointer: at } of mappings) {
		if (shape.scope === 'patchEntity' && !isProxy) {
			const place = joinPointer(at, 'scope');
			findings.warn(place, '`patchEntity` has an effect in a proxy system only');
		}
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

function reviewBaseLocation(mappings: readonly Mapping[], findings: Findings): void {
	for (const mapping of mappings) {
		if (!variablesReadBy(mapping).includes(BASE_LOCATION)) continue;
		findings.warn(
			mapping.pointer,
			`the variable \`${BASE_LOCATION}\` is set in a proxy system only`,
		);
	}
}

function reviewSystems(
	mappings: readonly Mapping[],
	systemNames: readonly string[],
	findings: Findings,
): void {
	for (const { shape, pointer } of mappings) {
		shape.functions?.forEach((written, index) => {
			for (const key of ['sourceSystemName', 'targetSystemName']) {
				const name = Object.hasOwn(written, key) ? written[key] : undefined;
				if (typeof name !== 'string' || name.includes('${') || systemNames.includes(name)) continue;
				const place = `${pointer}/functions/${index}/${key}`;
				findings.fault(place, unknownWord(name, 'the name of a system', systemNames));
			}
		});
	}
}

function variablesReadBy({ shape }: Mapping): string[] {
	const read = referencedVariables([shape.condition, shape.constant, shape.functions]);
	return shape.sourceVariable === undefined ? read : [...read, shape.sourceVariable];
}

/** A variable lives in one run of one block, so only a mapping above can have set it. */
function reviewVariables(mappings: readonly Mapping[], findings: Findings): void {
	const set = new Set<string>();
	for (const mapping of mappings) {
		for (const name of new Set(variablesReadBy(mapping))) {
			if (set.has(name) || isRuntimeVariable(name)) continue;
			const message = `the variable \`${name}\` is read, but no mapping above sets it`;
			findings.warn(mapping.pointer, message);
		}
		const { targetVariable } = mapping.shape;
		if (targetVariable !== undefined) set.add(targetVariable);
	}
}
