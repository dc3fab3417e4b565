import { ProvisioningError } from '../model/errors';

/** One thing that is wrong with a transformation document. */
export interface Fault {
	/** RFC 6901, from the root of the document; `''` is the document itself. */
	readonly pointer: string;
	readonly entityType?: string;
	/** Index in `mappings`. */
	readonly mapping?: number;
	/** From 1; only when the document came as text. */
	readonly line?: number;
	readonly column?: number;
	readonly message: string;
}

/** Something legal that is surely not meant. */
export interface TransformationWarning {
	readonly pointer: string;
	readonly message: string;
}

const FAULTS_IN_MESSAGE = 10;

/** A document is refused as a whole; `faults` names every place at once. */
export class TransformationError extends ProvisioningError {
	readonly faults: readonly Fault[];

	constructor(faults: readonly Fault[]) {
		const shown = faults.slice(0, FAULTS_IN_MESSAGE).map(describeFault);
		const rest = faults.length - shown.length;
		super({
			code: 'transformation.invalid',
			message:
				`The transformation has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}: ` +
				shown.join('; ') +
				(rest > 0 ? `; and ${rest} more` : ''),
			hint: 'Correct the places that the message names; nothing of the document is used until all are right.',
		});
		this.name = 'TransformationError';
		this.faults = faults;
	}
}

/** `user.mappings[3].sourcePath (line 12, column 9): reason` */
export function describeFault(fault: Fault): string {
	const where = describePointer(fault.pointer);
	const position =
		fault.line === undefined ? '' : ` (line ${fault.line}, column ${fault.column ?? 1})`;
	return `${where}${position}: ${fault.message}`;
}

/** `/user/mappings/3/sourcePath` as people write it: `user.mappings[3].sourcePath`. */
export function describePointer(pointer: string): string {
	const text = splitPointer(pointer)
		.map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
		.join('');
	return text === '' ? 'document' : text.replace(/^\./, '');
}

export function joinPointer(pointer: string, part: string | number): string {
	return `${pointer}/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

export function splitPointer(pointer: string): string[] {
	return pointer
		.split('/')
		.slice(1)
		.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : 'unknown reason';
}
