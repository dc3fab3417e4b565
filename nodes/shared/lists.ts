import type { IExecuteFunctions } from 'n8n-workflow';
import { systemClock } from '../../src/http/clock';
import { startRun } from '../../src/http/run';
import type { Entity, EntityType } from '../../src/model/entity';
import { ProvisioningError } from '../../src/model/errors';
import type { Directory, Properties } from '../../src/protocols';
import { pageSizeOf } from '../../src/protocols/paths';
import type { Told } from './hints';
import { text, type Parameter } from './parameters';

/** Which part of a list the author wants. */
export interface Wanted {
	readonly filter?: string;
	/** ISO 8601. */
	readonly changedSince?: string;
	/** Absent: all. */
	readonly limit?: number;
	/** A page size among them is kept. */
	readonly properties?: Properties;
}

/** @throws ProvisioningError `configuration.invalid` */
export function readWanted(parameter: Parameter): Wanted {
	const filter = text(parameter('filter'));
	if (parameter('returnAll', false) === true) return { filter };
	const limit = Number(parameter('limit', 50));
	if (Number.isInteger(limit) && limit > 0) return { filter, limit };
	throw new ProvisioningError({
		code: 'configuration.invalid',
		message: "'Limit' is not a whole number above 0",
		hint: "Enter one in 'Limit', or turn on 'Return All'.",
	});
}

/** The directory for one item: it stops when the execution is cancelled. */
export function forItem(directory: Directory, context: IExecuteFunctions): Directory {
	const signal = context.getExecutionCancelSignal();
	return directory.during(startRun({ clock: systemClock, signal }));
}

/** The entities of a list, page by page: what is behind the limit is not asked for. */
export async function* listEntities(
	directory: Directory,
	type: EntityType,
	{ filter, changedSince, limit = Infinity, properties = {} }: Wanted,
	tell: (told: Told) => void,
): AsyncGenerator<Entity> {
	const { version } = directory;
	const size = 'reading' in version ? pageSizeOf(version, undefined, properties) : limit;
	const pageSize = Math.min(size, limit);
	let left = limit;
	for await (const page of directory.list(type, { filter, changedSince, pageSize })) {
		for (const { reason } of page.skipped) {
			tell({ noun: type, what: `left out: ${reason}`, type: 'warning' });
		}
		for (const entity of page.entities.slice(0, left)) yield entity;
		left -= page.entities.length;
		if (left <= 0) return;
	}
}
