import type { Change } from '../model/change';
import { systemClock } from '../http/clock';
import { startRun } from '../http/run';
import { ProvisioningError } from '../model/errors';
import type { JsonObject } from '../model/json';
import type { ChangeNotice } from '../model/notice';
import type { Outcome } from '../model/outcome';
import type { Clock } from '../model/ports';
import type { Directory } from '../protocols/directory';
import { systems } from '../systems';
import type { Transformation } from '../transformation';
import { failed, toOutcome, type Ending } from './ending';
import { handOn } from './handOn';
import { createGuard, type Batch, type Guard } from './guard';
import { decidePolicy, type Policy } from './policy';
import { awaitSettled } from './reading';
import { converge, type Memory } from './round';
import type { Work } from './work';

const MAX_ROUNDS = 3;

export interface SyncOptions {
	readonly notice: ChangeNotice;
	/** Item mode: the entity after the read transformation; `source` and `read` are not used then. */
	readonly entity?: JsonObject;
	/** Variables that came with the entity, e.g. `entityIdSourceSystem`. */
	readonly variables?: JsonObject;
	/** Source mode: where the entity is read, now and again after writing. */
	readonly source?: Directory;
	readonly target: Directory;
	/** From the source's shape; without one the entity is taken as it is. */
	readonly read?: Transformation;
	/** To the target's shape; without one the entity is sent as it is. */
	readonly write?: Transformation;
	readonly policy?: Policy;
	/** Decide and report, send nothing: the outcome is `planned`, or `held`. */
	readonly preview?: boolean;
	/** A change that somebody agreed to: it is planned anew, and sent only if it is still the same. */
	readonly approved?: Change;
	/** A change that a preview has shown: sent only if it is still the same and within the budgets. */
	readonly previewed?: Change;
	/** Shared by all syncs over one connection; without one, only the target object is the connection. */
	readonly guard?: Guard;
	/** Shared by all syncs of one execution. */
	readonly batch?: Batch;
	readonly random?: () => number;
	readonly clock?: Clock;
	readonly signal?: AbortSignal;
}

/**
 * Makes one entity at the target equal to the source: look at both, decide, write, look again.
 * A notice may be repeated, late or out of order; it only says where to look.
 *
 * @returns the one outcome; a failed entity is an outcome too, never an exception
 */
export async function sync(options: SyncOptions): Promise<Outcome> {
	const clock = options.clock ?? systemClock;
	if (options.target.notify) return handOn(options, clock);
	const started = clock.now();
	const warnings = new Set<string>();
	const memory: Memory = {
		attempts: 0,
		rounds: 0,
		apart: false,
		wholeResource: false,
	};
	const work = begin(options, clock, (warning) => warnings.add(warning));

	const ending = await settle(work, memory);
	return toOutcome(work, ending, {
		attempts: memory.attempts,
		rounds: memory.rounds,
		durationMs: clock.now() - started,
		warnings: [...warnings],
	});
}

async function settle(work: Work, memory: Memory): Promise<Ending> {
	// The test of an application that then looks at the target is only passed by writing.
	const isAwaited = systems.get(work.notice.system)?.source?.testUsers !== undefined;
	if (work.notice.test && !isAwaited) {
		return { state: 'skipped', because: 'a test call is never written to a target' };
	}
	try {
		await awaitSettled(work);
		while (memory.rounds < MAX_ROUNDS) {
			memory.rounds++;
			const ending = await converge(work, memory);
			if (ending) return ending;
		}
	} catch (error) {
		return failed(provisioningError(error), memory.sent);
	}
	return failed(memory.doubt ?? unsettled(work), memory.sent);
}

/** Anything else is a mistake in this code: it must be seen, not become an outcome. */
function provisioningError(error: unknown): ProvisioningError {
	if (error instanceof ProvisioningError) return error;
	throw error;
}

function begin(options: SyncOptions, clock: Clock, warn: (message: string) => void): Work {
	const { notice, entity, variables = {}, target, read, write, signal } = options;
	const { traits } = target;
	if (!traits) {
		throw new ProvisioningError({
			code: 'configuration.invalid',
			message: `${target.system.name} cannot be written to`,
			hint: 'Choose a target system from the registry.',
		});
	}
	const run = startRun({ clock, signal, correlationId: notice.correlationId });
	const inItem = entity !== undefined || options.source === undefined;
	return {
		notice,
		source: inItem ? undefined : options.source?.during(run),
		item: inItem ? { entity, variables } : undefined,
		target: target.during(run),
		traits,
		read,
		write,
		policy: decidePolicy(options.policy ?? {}, traits, notice.entityType),
		preview: options.preview ?? false,
		guard: options.guard ?? guardOf(target),
		batch: options.batch,
		approved: options.approved,
		previewed: options.previewed,
		clock,
		random: options.random ?? Math.random,
		run,
		warn,
	};
}

const guards = new WeakMap<Directory, Guard>();

function guardOf(target: Directory): Guard {
	const guard = guards.get(target) ?? createGuard();
	guards.set(target, guard);
	return guard;
}

function unsettled(work: Work): ProvisioningError {
	return new ProvisioningError({
		code: 'write.unsettled',
		message: `The source changed ${MAX_ROUNDS} times while ${work.target.system.name} was written`,
		hint: 'Run the item again: it will read the newest state.',
		retryable: true,
		system: work.target.system.name,
	});
}
