import { ProvisioningError } from '../model/errors';
import type { Fault, TransformationWarning } from './faults';
import { reasonOf, splitPointer, TransformationError } from './faults';
import type { Position } from './lines';

export type Locate = (pointer: string) => Position | undefined;

/** What validation and compilation find, so that all of it is told at once. */
export class Findings {
	readonly warnings: TransformationWarning[] = [];
	private readonly faults: Fault[] = [];

	constructor(private readonly locate: Locate = () => undefined) {}

	fault(pointer: string, message: string, at?: Position): void {
		const [entityType, list, index] = splitPointer(pointer);
		const inMapping = list === 'mappings' && index !== undefined;
		this.faults.push({
			pointer,
			...(entityType === undefined ? {} : { entityType }),
			...(inMapping ? { mapping: Number(index) } : {}),
			...(at ?? this.locate(pointer)),
			message,
		});
	}

	warn(pointer: string, message: string): void {
		this.warnings.push({ pointer, message });
	}

	/** Runs one step of the compilation; what it throws becomes a fault and the result is left out. */
	attempt<T>(pointer: string, step: () => T): T | undefined {
		try {
			return step();
		} catch (error) {
			const reason = reasonOf(error);
			// Where a column is named, the hint is to look there.
			const isPlain = !(error instanceof ProvisioningError) || /at column \d+:/.test(reason);
			this.fault(pointer, isPlain ? reason : `${reason} (${error.hint})`);
			return undefined;
		}
	}

	get count(): number {
		return this.faults.length;
	}

	/** @throws TransformationError when anything was found wrong, in the order of the text */
	refuse(): void {
		if (this.faults.length > 0) throw new TransformationError(this.faults.sort(byPlace));
	}
}

function byPlace(a: Fault, b: Fault): number {
	return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
