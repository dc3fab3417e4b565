import { seededRandom } from './random';

/** Faults of the wire: any server can have them, whatever it serves. */
export type WireFault =
	/** Connection reset before the request is read; nothing applied. */
	| 'resetBefore'
	/** Applied, then reset without an answer. */
	| 'resetAfter'
	/** Status and `Content-Length: 500`, 120 bytes, then closed; nothing applied. */
	| 'half'
	/** The same, applied. */
	| 'halfAfter'
	/** Accepts and never answers; nothing applied. */
	| 'stall'
	/** Applied, never answered. */
	| 'stallAfter'
	/** Too many requests: Retry-After in seconds, as an HTTP date (2 s ahead), or missing. */
	| `429(${number})`
	| '429date'
	| '429bare'
	| '500'
	/** The HTML page of a gateway. */
	| '502html'
	| `503(${number})`
	/** Success, but with a login page instead of JSON; nothing applied. */
	| '200html'
	/** Applied, answered with 200 and no body. */
	| '200empty'
	/** Applied, but the answer carries no `id`. */
	| 'noId'
	/** Applied, the right JSON as `text/plain`. */
	| 'wrongType'
	/** 302 to the URL. */
	| `redirect(${string})`
	/** The 404 page of a proxy. */
	| 'html404'
	/** 403. */
	| 'forbid'
	/** Lets n calls through and refuses every later one with 401. */
	| `expire(${number})`
	/** Any status, with a SCIM error as body. */
	| `status(${number})`;

/** Faults that only a server with a store of its own can have. */
export type StoreFault =
	/** Answers 200 with what it still holds, and changes nothing. */
	| 'ignore'
	/** Accepts a second user with the same name. */
	| 'nonUnique'
	/** Reads and searches show the state of so many milliseconds ago. */
	| `stale(${number})`;

export interface Fault<Action extends string = WireFault | StoreFault> {
	readonly method?: string;
	/** A part of the path with its query, or a pattern for it. */
	readonly path?: string | RegExp;
	/** Only the nth call that this rule matches, from 1. */
	readonly nth?: number | readonly number[];
	/** Only this share of them, chosen by `seed`. */
	readonly share?: number;
	readonly seed?: number;
	readonly do: Action;
}

export interface FaultScript<Action extends string = WireFault | StoreFault> {
	/** The action of the first rule that matches. A rule behind it does not count this call. */
	choose(method: string, path: string): Action | undefined;
	/** Replaces the script; counting starts anew. */
	set(faults: readonly Fault<Action>[]): void;
}

/** `429(2)` is the name `429` with the argument `2`. */
export function parseAction(action: string): { name: string; argument: string } {
	const [, name = action, argument = ''] = /^(\w+)\((.*)\)$/.exec(action) ?? [];
	return { name, argument };
}

function fits(fault: Fault<string>, method: string, path: string): boolean {
	if (fault.method !== undefined && fault.method !== method) return false;
	if (fault.path === undefined) return true;
	return typeof fault.path === 'string' ? path.includes(fault.path) : fault.path.test(path);
}

function isDue(fault: Fault<string>, seen: number, random: () => number): boolean {
	const { name, argument } = parseAction(fault.do);
	if (name === 'expire' && seen <= Number(argument)) return false;
	if (fault.nth !== undefined && ![fault.nth].flat().includes(seen)) return false;
	return fault.share === undefined || random() < fault.share;
}

export function createFaultScript<Action extends string>(
	faults: readonly Fault<Action>[] = [],
): FaultScript<Action> {
	const begin = (list: readonly Fault<Action>[]) =>
		list.map((fault) => ({ fault, seen: 0, random: seededRandom(fault.seed ?? 1) }));
	let rules = begin(faults);

	return {
		choose(method, path) {
			for (const rule of rules) {
				if (!fits(rule.fault, method, path)) continue;
				rule.seen += 1;
				if (isDue(rule.fault, rule.seen, rule.random)) return rule.fault.do;
			}
			return undefined;
		},
		set(list) {
			rules = begin(list);
		},
	};
}
