import { FORBIDDEN_NAMES } from '../path';
import { joinPointer } from './faults';
import type { Findings } from './findings';
import { jsonFrom } from './json';
import type { MappingShape } from './schema';
import { checkVariable, READ_ONLY_VARIABLES } from './variables';

type Key = keyof MappingShape;

const SOURCES = ['sourcePath', 'sourcePaths', 'sourceVariable', 'constant'] as const;

const ALLOWED: Readonly<Partial<Record<MappingShape['type'], readonly Key[]>>> = {
	remove: ['type', 'targetPath', 'condition', 'scope', 'ignore', 'optional'],
	rename: ['type', 'targetPath', 'constant', 'condition', 'scope', 'ignore', 'optional'],
};

/** Which keys may stand together in a mapping [Transformation Expressions]. */
export function checkCombination(
	shape: MappingShape,
	generates: boolean,
	pointer: string,
	findings: Findings,
): void {
	const has = (key: Key): boolean => Object.hasOwn(shape, key) && shape[key] !== undefined;
	const fault = (message: string, key?: Key): void =>
		findings.fault(key === undefined ? pointer : joinPointer(pointer, key), message);

	const allowed = ALLOWED[shape.type];
	if (allowed !== undefined) {
		for (const [key, value] of Object.entries(shape)) {
			if (value === undefined || allowed.some((each) => each === key)) continue;
			findings.fault(joinPointer(pointer, key), `\`${key}\` has no meaning in \`${shape.type}\``);
		}
		if (!has('targetPath')) fault(`\`${shape.type}\` needs a \`targetPath\``);
		if (shape.type === 'rename') checkRename(shape, fault);
		return;
	}

	const sources = SOURCES.filter(has);
	const [first, second] = sources;
	if (first === undefined && !generates) {
		fault(`no source: one of ${SOURCES.map((key) => `\`${key}\``).join(', ')} is needed`);
	}
	if (second !== undefined) fault(`two sources: \`${first}\` and \`${second}\``, second);

	const isValueMapping = shape.type === 'valueMapping';
	if (isValueMapping && !has('valueMappings')) fault('`valueMapping` needs `valueMappings`');
	if (isValueMapping && first !== undefined && first !== 'sourcePaths') {
		fault('`valueMapping` reads `sourcePaths`', first);
	}
	if (!isValueMapping) {
		for (const key of ['sourcePaths', 'valueMappings'] as const) {
			if (has(key)) fault(`\`${key}\` needs \`"type": "valueMapping"\``, key);
		}
	}
	if (has('variablePath') && !has('sourceVariable')) {
		fault('`variablePath` needs a `sourceVariable`', 'variablePath');
	}
	if (!has('targetPath') && !has('targetVariable') && shape.correlationAttribute !== true) {
		fault('no target: `targetPath` or `targetVariable` is needed');
	}
	checkVariables(shape, fault);
	checkStoredConstant(shape, pointer, findings);
	checkKeyLengths(shape, pointer, findings);
}

function checkRename(shape: MappingShape, fault: (message: string, key?: Key) => void): void {
	const name = shape.constant;
	if (typeof name !== 'string' || name === '') {
		fault('`rename` needs the new name as text in `constant`', 'constant');
	} else if (FORBIDDEN_NAMES.has(name)) {
		fault(`\`${name}\` is not allowed as the name of an attribute`, 'constant');
	}
}

function checkVariables(shape: MappingShape, fault: (message: string, key?: Key) => void): void {
	const { targetVariable, sourceVariable } = shape;
	if (targetVariable !== undefined && READ_ONLY_VARIABLES.has(targetVariable)) {
		fault(`\`${targetVariable}\` is set by the runtime and cannot be written`, 'targetVariable');
	}
	for (const [key, name] of Object.entries({ targetVariable, sourceVariable })) {
		if (name !== undefined && FORBIDDEN_NAMES.has(name)) {
			fault(
				`\`${name}\` is not allowed as the name of a variable`,
				key === 'targetVariable' ? 'targetVariable' : 'sourceVariable',
			);
		}
	}
}

/** What the variable cannot hold is known now, unless a function still makes something of it. */
function checkStoredConstant(shape: MappingShape, pointer: string, findings: Findings): void {
	const { targetVariable, constant, functions = [] } = shape;
	if (targetVariable === undefined || constant === undefined || functions.length > 0) return;
	findings.attempt(joinPointer(pointer, 'constant'), () =>
		checkVariable(targetVariable, jsonFrom(constant)),
	);
}

function checkKeyLengths(shape: MappingShape, pointer: string, findings: Findings): void {
	const length = shape.sourcePaths?.length;
	if (length === undefined) return;
	shape.valueMappings?.forEach(({ key }, index) => {
		if (key.length === length) return;
		findings.fault(
			`${pointer}/valueMappings/${index}/key`,
			`\`key\` has ${key.length} values for ${length} \`sourcePaths\``,
		);
	});
}
