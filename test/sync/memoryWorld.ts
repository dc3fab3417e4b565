import { startRun } from '../../src/http/run';
import { isObject, type JsonObject } from '../../src/model/json';
import { ProvisioningError } from '../../src/model/errors';
import type { ChangeNotice } from '../../src/model/notice';
import type { Outcome } from '../../src/model/outcome';
import type { Http } from '../../src/model/ports';
import { connect } from '../../src/protocols';
import { compare, createGuard, sync, type Disparity, type SyncOptions } from '../../src/sync';
import { scimSystem } from '../../src/systems/scim-system/system';
import { compileTransformation } from '../../src/transformation';
import { createFakeClock } from '../support/clock';
import type { Answer } from '../support/loopback';
import { createScimApi } from '../support/scimApi';
import { createScimStore, type ScimStore } from '../support/scimStore';

const schemas = (type: string) => [`urn:ietf:params:scim:schemas:core:2.0:${type}`];

export const read = compileTransformation({
	user: {
		mappings: [
			{ sourcePath: '$.id', targetVariable: 'entityIdSourceSystem' },
			...['userName', 'displayName', 'active', 'groups'].map((name) => ({
				sourcePath: `$.${name}`,
				targetPath: `$.${name}`,
				optional: true,
				preserveArrayWithSingleElement: true,
			})),
		],
	},
	group: {
		mappings: [
			{ sourcePath: '$.id', targetVariable: 'entityIdSourceSystem' },
			{ sourcePath: '$.displayName', targetPath: '$.displayName' },
			{
				sourcePath: '$.members',
				targetPath: '$.members',
				optional: true,
				preserveArrayWithSingleElement: true,
				defaultValue: [],
			},
		],
	},
});

export const write = compileTransformation({
	user: {
		mappings: [
			{ constant: schemas('User'), targetPath: '$.schemas' },
			{ sourceVariable: 'entityIdTargetSystem', targetPath: '$.id' },
			{ sourcePath: '$.userName', targetPath: '$.userName' },
			{ sourcePath: '$.active', targetPath: '$.active', optional: true, defaultValue: true },
			{ sourcePath: '$.displayName', targetPath: '$.displayName', optional: true },
		],
	},
	group: {
		mappings: [
			{ constant: schemas('Group'), targetPath: '$.schemas' },
			{ sourceVariable: 'entityIdTargetSystem', targetPath: '$.id' },
			{ sourcePath: '$.displayName', targetPath: '$.displayName' },
			{
				sourcePath: '$.members[*].value',
				preserveArrayWithSingleElement: true,
				functions: [{ function: 'resolveEntityIds' }],
				targetPath: '$.members[?(@.value)]',
				optional: true,
			},
		],
	},
});

/** What may go wrong with one call to the target. */
export type Mishap = 'throttled' | 'failing' | 'unreached' | 'lost' | 'silent' | 'html';

export interface MemoryWorldOptions {
	/** Decides before each call to the target. */
	readonly mishap?: () => Mishap | undefined;
	/** What the source answers in place of itself; it never answers when it is undefined. */
	readonly outage?: () => { readonly answer: Answer | undefined } | undefined;
	/** A switching point: another run may go on before the call is made, and before it is answered. */
	readonly pause?: () => Promise<void>;
	readonly random?: () => number;
	/** The target accepts a second account of the same name. */
	readonly nonUnique?: boolean;
	/** Between reading and writing a group, the target lets others in and forgets what they wrote. */
	readonly losesUpdates?: boolean;
}

/** Source and target as plain stores, spoken to in SCIM without a socket, in virtual time. */
export function createMemoryWorld(options: MemoryWorldOptions = {}) {
	const { mishap = () => undefined, pause = async () => undefined, random = () => 0.5 } = options;
	const clock = createFakeClock();
	const stores = {
		source: createScimStore({ clock, forgetful: true }),
		target: createScimStore({ clock, forgetful: true }),
	};
	const writes: string[] = [];
	const calls: string[] = [];

	function httpOf(store: ScimStore, isTarget: boolean): Http {
		const answer = createScimApi({ store, prefix: '' });
		return {
			async send({ method, path, body = '', headers = {} }) {
				await pause();
				if (isTarget) calls.push(`${method} ${path}`);
				const outage = isTarget ? undefined : options.outage?.();
				if (outage && !outage.answer) throw connectionError('connection.timeout');
				if (outage?.answer) return respond(outage.answer);
				const trouble = isTarget ? mishap() : undefined;
				const early = trouble && insteadOf(trouble);
				if (early) return respond(early);
				if (options.losesUpdates && isTarget && method === 'PATCH') await forgetOthers(store, path);
				const result = answer({ method, path, body, headers }, { nonUnique: options.nonUnique });
				if (isTarget && method !== 'GET' && result.status < 300) writes.push(`${method} ${path}`);
				await pause();
				if (trouble === 'lost') throw connectionError('connection.broken');
				if (trouble === 'silent') throw connectionError('connection.timeout');
				return respond(isTarget ? result : withGroups(store, path, result));
			},
		};
	}

	async function forgetOthers(store: ScimStore, path: string): Promise<void> {
		const [, id = ''] = /^\/Groups\/([^/?]+)$/.exec(path) ?? [];
		const before = store.all('Group').find((group) => group['id'] === id);
		await pause();
		if (before && store.all('Group').some((group) => group['id'] === id)) {
			store.replace('Group', id, before);
		}
	}

	const directories = {
		source: connect(scimSystem, { http: httpOf(stores.source, false), clock, random }),
		target: connect(scimSystem, { http: httpOf(stores.target, true), clock, random }),
	};
	const guard = createGuard();
	const common = { ...directories, read, write, clock, random, guard };
	const policy = { deletionBudget: 1_000_000, emptyGroups: 'allow' } as const;

	return {
		clock,
		...stores,
		writes,
		calls,
		directories,
		run: (notice: ChangeNotice, more: Partial<SyncOptions> = {}): Promise<Outcome> =>
			sync({ notice, ...common, policy, ...more }),
		/** Everything that differs, users before groups. */
		async differences(): Promise<Disparity[]> {
			const found: Disparity[] = [];
			for (const entityType of ['user', 'group'] as const) {
				const options = { ...common, entityType, systemId: 's', missing: true, maxMissingShare: 1 };
				for await (const disparity of compare(options)) found.push(disparity);
			}
			return found;
		},
		startRun: () => startRun({ clock }),
	};
}

export type MemoryWorld = ReturnType<typeof createMemoryWorld>;

export function noticeFor(entityId: string, change: Partial<ChangeNotice> = {}): ChangeNotice {
	return {
		system: 'scim-system',
		systemId: 's',
		entityType: 'user',
		entityId,
		idKind: 'other',
		kind: 'changed',
		test: false,
		receivedAt: '2026-11-25T08:00:00.000Z',
		correlationId: 'c',
		...change,
	};
}

/** What the target must hold, told without any code of ours but the two transformations' meaning. */
export function expectedAccounts(source: ScimStore): JsonObject[] {
	return source.all('User').map((user) => ({
		externalId: String(user['id']),
		userName: user['userName'] ?? null,
		displayName: user['displayName'] ?? null,
		active: user['active'] ?? true,
	}));
}

export function actualAccounts(target: ScimStore): JsonObject[] {
	return target
		.all('User')
		.filter((account) => account['active'] !== false || account['keep'] === true)
		.map((account) => ({
			externalId: account['externalId'] ?? null,
			userName: account['userName'] ?? null,
			displayName: account['displayName'] ?? null,
			active: account['active'] ?? true,
		}));
}

/** Group name -> names of its members, on either side. */
export function membership(store: ScimStore): Record<string, string[]> {
	const names = new Map(store.all('User').map((user) => [user['id'], String(user['userName'])]));
	return Object.fromEntries(
		store.all('Group').map((group) => {
			const members = Array.isArray(group['members']) ? group['members'].filter(isObject) : [];
			const known = members.map(
				({ value }) => names.get(value ?? null) ?? `unknown ${String(value)}`,
			);
			return [String(group['displayName']), known.sort()];
		}),
	);
}

/** A source says with a person which groups they are in (RFC 7643, section 4.1.2). */
function withGroups(store: ScimStore, path: string, answer: Answer): Answer {
	const [, id] = /^\/Users\/([^/?]+)$/.exec(path) ?? [];
	if (id === undefined || answer.status !== 200) return answer;
	const isOf = ({ members }: JsonObject) =>
		Array.isArray(members) && members.some((one) => isObject(one) && one['value'] === id);
	const groups = store.all('Group', 0, isOf).map((group) => ({ value: group['id'] ?? null }));
	return { ...answer, body: JSON.stringify({ ...JSON.parse(answer.body ?? '{}'), groups }) };
}

function insteadOf(mishap: Mishap): Answer | undefined {
	if (mishap === 'throttled') return { status: 429, headers: { 'retry-after': '1' }, body: '' };
	if (mishap === 'failing') return { status: 500, body: '' };
	if (mishap === 'html') {
		return { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Log on</html>' };
	}
	if (mishap === 'unreached') throw connectionError('connection.broken');
	return undefined;
}

function respond({ status, headers = {}, body = '' }: Answer) {
	return { status, headers, body };
}

function connectionError(code: 'connection.broken' | 'connection.timeout'): ProvisioningError {
	return new ProvisioningError({ code, message: 'no answer', hint: 'again', retryable: true });
}
