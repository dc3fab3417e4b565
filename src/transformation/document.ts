import { isObject } from '../model/json';
import type { Block } from './block';
import { compileBlock } from './compileBlock';
import type { TransformationWarning } from './faults';
import { Findings } from './findings';
import type { CompileOptions } from './options';
import { JsonTextError, readJsonText } from './positions';
import { insertProperties } from './properties';
import { CURRENT_DATE } from './variables';

export interface CompiledDocument {
	readonly blocks: ReadonlyMap<string, Block>;
	readonly warnings: readonly TransformationWarning[];
	/** The variable `currentDate` is read somewhere. */
	readonly usesCurrentDate: boolean;
}

export interface DocumentOptions extends CompileOptions {
	readonly hasClock: boolean;
}

/** @throws TransformationError with everything that is wrong */
export function compileDocument(document: unknown, options: DocumentOptions): CompiledDocument {
	const { value, findings } =
		typeof document === 'string' ? readText(document) : readValue(document);
	const inserted = findings.attempt('', () =>
		insertProperties(value, options.properties, findings),
	);
	const blocks = new Map<string, Block>();
	if (isObject(inserted)) {
		for (const [entityType, written] of Object.entries(inserted)) {
			const block = compileBlock(entityType, written, options, findings);
			if (block !== undefined) blocks.set(entityType, block);
		}
	} else if (findings.count === 0) {
		findings.fault('', 'a transformation is an object with one member per entity type');
	}
	findings.refuse();

	const usesCurrentDate = JSON.stringify(inserted).includes(CURRENT_DATE);
	if (usesCurrentDate && !options.hasClock) {
		findings.warn('', `the variable \`${CURRENT_DATE}\` is read but absent: no clock was given`);
	}
	return { blocks, warnings: findings.warnings, usesCurrentDate };
}

function readValue(value: unknown): { value: unknown; findings: Findings } {
	return { value, findings: new Findings() };
}

function readText(text: string): { value: unknown; findings: Findings } {
	const read = readJsonText(text);
	if (read instanceof JsonTextError) {
		const findings = new Findings();
		findings.fault('', `this is no JSON: ${read.message}`, read.at);
		return { value: undefined, findings };
	}
	const findings = new Findings(read.positionOf);
	for (const { pointer, at } of read.duplicates) {
		findings.fault(pointer, 'the same name stands twice in this object', at);
	}
	return { value: read.value, findings };
}
