import type { Json } from '../../src/model/json';
import type { Clock } from '../../src/model/ports';
import { realClock } from './clock';
import type { Call } from './loopback';

/** What really happened at a fake: tests assert on this, not on what the caller believes. */
export interface LedgerEntry {
	/** Milliseconds since 1970. */
	readonly time: number;
	readonly method: string;
	/** With the query, as it was sent. */
	readonly path: string;
	/** Without `authorization` and `cookie`. */
	readonly headers: Readonly<Record<string, string>>;
	/** Parsed when it is JSON, else the text; absent when there was none or it was not read. */
	readonly body?: Json;
	/** Absent when no answer was sent. */
	readonly status?: number;
	/** The server carried the request out, whatever the caller got to hear. */
	readonly applied: boolean;
	/** The fault that the script chose. */
	readonly fault?: string;
}

export interface Ledger {
	readonly entries: readonly LedgerEntry[];
	/** Requests that changed something here. */
	writes(): LedgerEntry[];
	record(call: Call, result: { status?: number; applied: boolean; fault?: string }): void;
	clear(): void;
}

const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie']);

function bodyOf(text: string): Json | undefined {
	if (text === '') return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

export function createLedger(clock: Clock = realClock): Ledger {
	const entries: LedgerEntry[] = [];
	return {
		entries,
		writes: () => entries.filter(({ applied, method }) => applied && method !== 'GET'),
		record({ method, path, headers, body }, result) {
			const kept = Object.entries(headers).filter(([name]) => !SECRET_HEADERS.has(name));
			entries.push({
				time: clock.now(),
				method,
				path,
				headers: Object.fromEntries(kept),
				body: bodyOf(body),
				...result,
			});
		},
		clear() {
			entries.length = 0;
		},
	};
}
