import { startRun } from '../http/run';
import type { Change } from '../model/change';
import { ProvisioningError } from '../model/errors';
import type { ChangeNotice } from '../model/notice';
import type { Outcome } from '../model/outcome';
import type { Clock } from '../model/ports';
import type { Directory } from '../protocols/directory';
import { failed, toOutcome, type Ending } from './ending';

interface Handing {
	readonly notice: ChangeNotice;
	readonly target: Directory;
	readonly preview?: boolean;
	readonly signal?: AbortSignal;
}

/**
 * A target that reads the source for itself is told, and the notice goes on as it came. Nothing is read,
 * compared or mapped here, and what the target makes of it is not known; a repetition does no harm.
 */
export async function handOn(options: Handing, clock: Clock): Promise<Outcome> {
	const { notice, target, signal } = options;
	const started = clock.now();
	let attempts = 0;
	const { correlationId } = notice;
	const run = startRun({ clock, signal, correlationId, onSend: () => attempts++ });
	const ending = await tell({ ...options, target: target.during(run) });
	const rounds = attempts > 0 ? 1 : 0;
	const effort = { attempts, rounds, durationMs: clock.now() - started, warnings: [] };
	return toOutcome({ notice, target }, ending, effort);
}

async function tell({ notice, target, preview }: Handing): Promise<Ending> {
	if (notice.test) return { state: 'skipped', because: 'a test call is not handed on' };
	const request = target.notify?.(notice);
	const because = `${target.system.name} is told, and reads the source for itself`;
	const change: Change = { kind: 'notify', because, request };
	if (preview || !request) return { state: 'planned', because, change };
	try {
		await target.send(notice.entityType, request);
		return { state: 'handedOn', because, change };
	} catch (error) {
		return refused(error, change);
	}
}

function refused(error: unknown, change: Change): Ending {
	if (!(error instanceof ProvisioningError)) throw error;
	return failed(error, change);
}
