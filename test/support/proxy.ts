import type { Fault, WireFault } from './faults';
import { startFaultyServer, type FaultyServer } from './faultyServer';
import { send } from './request';

export interface FaultyProxy extends FaultyServer<WireFault> {
	/** Takes the place of the base URL of the server behind it. */
	readonly url: string;
}

/** Stands before a real server and adds the faults that this server cannot have by itself. */
export async function startFaultyProxy(options: {
	/** Base URL of the server behind. */
	target: string;
	faults?: readonly Fault<WireFault>[];
}): Promise<FaultyProxy> {
	const { origin, pathname } = new URL(options.target);
	const server = await startFaultyServer({
		faults: options.faults,
		apply: (call) => send(origin, call),
	});
	return { ...server, url: `${server.origin}${pathname.replace(/\/$/, '')}` };
}
