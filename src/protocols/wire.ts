import type { RefusalContext } from '../http/refusal';
import { startRun, type Run } from '../http/run';
import { send, type Connection } from '../http/send';
import type { HttpRequest, HttpResponse } from '../model/ports';
import type { System, SystemVersion, TargetTraits } from '../systems/system';
import type { Properties } from './properties';

/** What every protocol works with: one API version of one system, and the way to it. */
export interface Wire<Version extends SystemVersion = SystemVersion> {
	readonly system: System;
	readonly version: Version;
	/** Absent when the system cannot be written to. */
	readonly traits?: TargetTraits;
	readonly properties: Properties;
	readonly connection: Connection;
	/** Absent: each call is a run of its own. */
	readonly run?: Run;
}

export function contextOf({ system, connection }: Wire): RefusalContext {
	const hasVersions = system.versions.length > 1;
	return { system: system.name, now: connection.clock.now(), hasVersions };
}

export function exchange(wire: Wire, request: HttpRequest): Promise<HttpResponse> {
	return send(wire.connection, request, wire.run ?? startRun(wire.connection));
}

/** A list may be long: each of its pages may wait as long as a run of its own. */
export function pageWire<W extends Wire>(wire: W): W {
	const { run, connection } = wire;
	if (!run) return wire;
	const { correlationId, signal } = run;
	const onSend = () => run.onSend?.();
	return { ...wire, run: startRun({ clock: connection.clock, correlationId, signal, onSend }) };
}
