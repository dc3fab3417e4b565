/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a loopback server for tests; not shipped */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import express, { type Request } from 'express';
import SCIMMY from 'scimmy';
import SCIMMYRouters from 'scimmy-routers';
import type { JsonObject } from '../../src/model/json';
import { isAuthorized, type Authentication } from './authentication';
import { createLedger, type Ledger } from './ledger';
import { headersOf, listenOnLoopback } from './loopback';

export interface ScimmyServer {
	/** Base URL; `/Users` and `/Groups` are below it. */
	readonly url: string;
	readonly ledger: Ledger;
	/** What the server holds now. */
	users(): JsonObject[];
	groups(): JsonObject[];
	close(): Promise<void>;
}

/** scimmy has checked the required attributes before it hands a resource over. */
type Resource = JsonObject & { id: string; userName: string; displayName: string };
type Store = Map<string, Resource>;

const PREFIX = '/scim';

// Resource types are statics of scimmy: a second server of the process would share the first one's.
let isOpen = false;

/** As the store keeps it: plain JSON without the values that scimmy adds to every answer. */
function plain(instance: unknown): Resource {
	const attributes = JSON.parse(JSON.stringify(instance));
	delete attributes.schemas;
	delete attributes.meta;
	return attributes;
}

function assertUniqueName(store: Store, id: string, userName: string): void {
	const name = userName.toLowerCase();
	const isTaken = [...store.values()].some(
		(user) => user.id !== id && user.userName.toLowerCase() === name,
	);
	if (isTaken) throw new SCIMMY.Types.Error(409, 'uniqueness', 'userName is taken.');
}

/** What scimmy calls to write, read and delete. */
function handlersOf(store: Store, options: { uniqueName: boolean }) {
	const found = (id = ''): Resource => {
		const resource = store.get(id);
		if (resource === undefined) throw new SCIMMY.Types.Error(404, '', 'Resource not found.');
		return resource;
	};
	return {
		write(resource: { id?: string }, instance: unknown) {
			if (resource.id !== undefined) found(resource.id);
			const id = resource.id ?? randomUUID();
			const attributes: Resource = { ...plain(instance), id };
			if (options.uniqueName) assertUniqueName(store, id, attributes.userName);
			store.set(id, attributes);
			return attributes;
		},
		read(resource: { id?: string; filter?: SCIMMY.Types.Filter }): Resource | Resource[] {
			if (resource.id !== undefined) return found(resource.id);
			const all = [...store.values()];
			return resource.filter?.match(all) ?? all;
		},
		remove(resource: { id?: string }) {
			found(resource.id);
			store.delete(resource.id ?? '');
		},
	};
}

function keepLedger(ledger: Ledger): express.RequestHandler {
	return (request, response, next) => {
		const { method, originalUrl: path } = request;
		response.on('finish', () => {
			const status = response.statusCode;
			const body = request.body === undefined ? '' : JSON.stringify(request.body);
			ledger.record(
				{ method, path, headers: headersOf(request), body },
				{ status, applied: status >= 200 && status < 300 },
			);
		});
		next();
	};
}

function createApplication(ledger: Ledger, authentication?: Authentication): express.Express {
	const application = express();
	// Express 5 parses the query anew on each access, so the numbers that scimmy wants must come
	// out of the parser: it ignores startIndex and count else.
	application.set('query parser', (text: string) => {
		const query: Record<string, string | number> = Object.fromEntries(new URLSearchParams(text));
		for (const name of ['startIndex', 'count']) {
			if (name in query) query[name] = Number(query[name]);
		}
		return query;
	});
	application.use(keepLedger(ledger));
	application.use(
		PREFIX,
		new SCIMMYRouters({
			type: authentication?.kind === 'bearer' ? 'bearer' : 'basic',
			baseUri: (request: Request) => `${request.protocol}://${request.get('host')}`,
			handler(request: Request) {
				if (isAuthorized(request.get('authorization'), authentication)) return 'technical-user';
				throw new Error('Authentication failed.');
			},
		}),
	);
	return application;
}

/** A real SCIM server that nobody here wrote, with its store in memory; one a process at a time. */
export async function startScimmy(
	options: { authentication?: Authentication } = {},
): Promise<ScimmyServer> {
	if (isOpen) throw new Error('scimmy keeps its resource types in statics: close the first one.');
	isOpen = true;
	const users: Store = new Map();
	const groups: Store = new Map();
	const { User, Group } = SCIMMY.Resources;
	if (!SCIMMY.Resources.declared('User')) User.extend(SCIMMY.Schemas.EnterpriseUser, false);
	const user = handlersOf(users, { uniqueName: true });
	const group = handlersOf(groups, { uniqueName: false });
	SCIMMY.Resources.declare(User.ingress(user.write).egress(user.read).degress(user.remove));
	SCIMMY.Resources.declare(Group.ingress(group.write).egress(group.read).degress(group.remove));

	const ledger = createLedger();
	const loopback = await listenOnLoopback(
		createServer(createApplication(ledger, options.authentication)),
	);
	return {
		url: `${loopback.origin}${PREFIX}`,
		ledger,
		users: () => [...users.values()].map((user) => structuredClone(user)),
		groups: () => [...groups.values()].map((group) => structuredClone(group)),
		async close() {
			await loopback.close();
			isOpen = false;
		},
	};
}
