import type { IWebhookFunctions } from 'n8n-workflow';
import { LIMITS, type ParsedNotice } from '../../../src/endpoint';
import { systemClock } from '../../../src/http/clock';
import { startRun } from '../../../src/http/run';
import type { Entity } from '../../../src/model/entity';
import { ProvisioningError, type ErrorCode } from '../../../src/model/errors';
import type { JsonObject } from '../../../src/model/json';
import type { Transformation } from '../../../src/transformation';
import { rejectOn } from '../answer';
import { chosenTransformation } from '../choices';
import { directoriesOf } from '../directories';
import { toProvisioningError } from '../failures';
import type { ReadBackParameters } from './parameters';

/** What reading an entity back gave. Whatever goes wrong, its notice is not lost. */
export type ReadBack =
	| { readonly status: 'read'; readonly entity: JsonObject; readonly variables: JsonObject }
	/** The source shows it, its read transformation does not want it. */
	| { readonly status: 'skipped'; readonly reason: string }
	| { readonly status: 'absent' }
	/** It is there, and its read transformation fails. */
	| { readonly status: 'failed'; readonly error: ReadError }
	| { readonly status: 'unread'; readonly error: ReadError };

export interface ReadError {
	readonly code: ErrorCode;
	readonly message: string;
	readonly hint: string;
}

/** Entities that are read at the same time. */
const LANES = 4;
/** Milliseconds of it that may be spent waiting between repeats. */
const WAITING = LIMITS.readingBackMs / 2;

function late(): ProvisioningError {
	return new ProvisioningError({
		code: 'connection.timeout',
		message: `The source was not read within ${LIMITS.readingBackMs / 1000} seconds`,
		hint: "Let 'Provisioning Target' read the source, or read it later in the workflow.",
		retryable: true,
	});
}

function shown({ code, message, hint }: ProvisioningError): ReadError {
	return { code, message, hint };
}

function transformed(entity: Entity, read: Transformation | undefined): ReadBack {
	const variables = { entityIdSourceSystem: entity.id };
	if (read === undefined) return { status: 'read', entity: entity.attributes, variables };
	const result = read.map(entity.type, entity.attributes, { variables });
	if (result.status === 'failed') return { status: 'failed', error: shown(result.error) };
	if (result.status === 'skipped') return { status: 'skipped', reason: result.reason };
	return { status: 'read', entity: result.entity, variables: result.variables };
}

/** Reads the entities of one call from the source, in the order of their notices. Never throws. */
export async function readBack(
	context: IWebhookFunctions,
	notices: readonly ParsedNotice[],
	parameters: ReadBackParameters,
	deadline: AbortSignal = AbortSignal.timeout(LIMITS.readingBackMs),
): Promise<ReadBack[]> {
	const open = directoriesOf(context, 'provisioningSourceApi');
	const stop = rejectOn(deadline);
	// Nobody may be listening when the time is up.
	stop.catch(() => undefined);

	async function read({ system, entityType, entityId, idKind }: ParsedNotice): Promise<ReadBack> {
		const { directory } = await open(system, { apiVersion: parameters.apiVersion });
		const run = startRun({ clock: systemClock, signal: deadline, budget: WAITING });
		const entity = await directory.during(run).get(entityType, entityId, idKind);
		if (entity === undefined) return { status: 'absent' };
		const { transformation, properties } = parameters;
		return transformed(entity, chosenTransformation(transformation, 'read', directory, properties));
	}

	async function readOrTell(notice: ParsedNotice): Promise<ReadBack> {
		try {
			return await Promise.race([read(notice), stop]);
		} catch (error) {
			const known = deadline.aborted ? late() : toProvisioningError(error);
			return { status: 'unread', error: shown(known) };
		}
	}

	const found: ReadBack[] = [];
	const queue = notices.entries();
	// Each lane takes the next notice when it is done with one.
	const lanes = Array.from({ length: LANES }, async () => {
		for (const [position, notice] of queue) found[position] = await readOrTell(notice);
	});
	await Promise.all(lanes);
	return found;
}
