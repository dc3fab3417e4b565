// A real n8n: started with a folder of its own, and spoken to as its editor does (the `/rest` API).
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { end, npm, start } from './children.mjs';

const host = '127.0.0.1';

/** A free port of this machine; `wanted` if it is one. */
export function freePort(wanted = 0) {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort())));
		server.listen(wanted, host, () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});
}

/** Repeats `look` until it answers with something. */
export async function until(look, { seconds, what }) {
	const last = Date.now() + seconds * 1000;
	for (;;) {
		const found = await look();
		if (found) return found;
		if (Date.now() > last) throw new Error(`Waited ${seconds} s for ${what}.`);
		await sleep(100);
	}
}

/** Puts the packed package where n8n looks for community packages. */
export async function installPackage({ userFolder, tarball, log }) {
	const folder = join(userFolder, '.n8n', 'nodes');
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'package.json'), '{ "name": "installed-nodes", "private": true }\n');
	await npm(
		[
			'install',
			'--ignore-scripts',
			'--legacy-peer-deps',
			'--omit=peer',
			'--no-audit',
			'--no-fund',
			'--offline',
			tarball,
		],
		{ cwd: folder, log },
	);
}

/** Nothing of the caller's n8n, database or npm settings reaches the n8n of the demo. */
export const inherited = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'];

export const settings = {
	NODE_ENV: 'production',
	N8N_LISTEN_ADDRESS: host,
	N8N_HOST: host,
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	// An expression engine costs about 40 ms of CPU; a notice needs none (docs/operations.md).
	N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
};

/**
 * @param {{ node: { binary: string }, n8n: string, userFolder: string, log: import('node:stream').Writable, env?: Record<string, string> }} options
 * @returns {Promise<{ url: string, pid: number, stop(): Promise<void> }>}
 */
export async function startN8n({ node, n8n, userFolder, log, env = {} }) {
	const port = await freePort(5678);
	const url = `http://${host}:${port}`;
	const kept = inherited.filter((name) => process.env[name] !== undefined);
	const child = start(node.binary, [n8n, 'start'], {
		cwd: userFolder,
		log,
		env: {
			...Object.fromEntries(kept.map((name) => [name, process.env[name]])),
			...settings,
			HOME: userFolder,
			N8N_USER_FOLDER: userFolder,
			N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
			N8N_PORT: String(port),
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			WEBHOOK_URL: `${url}/`,
			...env,
		},
	});
	await until(
		async () => {
			if (child.exitCode !== null || child.signalCode !== null) {
				throw new Error('n8n ended while it started; its last words are in the log.');
			}
			const answer = await fetch(`${url}/healthz/readiness`).catch(() => undefined);
			return answer?.status === 200;
		},
		{ seconds: 120, what: 'n8n to be ready' },
	);
	return { url, pid: child.pid, stop: () => end(child) };
}

/** States of an execution that will change. */
export const unfinished = new Set(['new', 'running', 'waiting']);

/** The account that the demo creates; nobody else reaches this n8n. */
export const owner = { email: 'owner@example.test', password: 'Demo-4711-owner' };

/** Creates the owner, or signs in as the one that is there. */
export async function signIn(url) {
	const browserId = randomUUID();
	let cookie = '';

	/** One call of the `/rest` API; answers with its status and its `data`. */
	async function call(method, path, body) {
		const answer = await fetch(url + path, {
			method,
			headers: { 'browser-id': browserId, 'content-type': 'application/json', cookie },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const set = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
		if (set.length > 0) cookie = set.join('; ');
		const text = await answer.text();
		const json = answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : {};
		return { status: answer.status, data: json.data ?? json, text };
	}

	async function ask(method, path, body) {
		const { status, data, text } = await call(method, path, body);
		if (status >= 400) throw new Error(`n8n answered ${method} ${path} with ${status}: ${text}`);
		return data;
	}

	await until(async () => (await call('GET', '/rest/settings')).status === 200, {
		seconds: 30,
		what: 'the API of n8n',
	});
	const setup = await call('POST', '/rest/owner/setup', {
		...owner,
		firstName: 'Demo',
		lastName: 'Owner',
	});
	if (setup.status !== 200) {
		const { email, password } = owner;
		await ask('POST', '/rest/login', { emailOrLdapLoginId: email, password });
	}

	/** One execution with its run data, unfolded. */
	async function execution(id) {
		const { parse } = await import('flatted');
		const found = await ask('GET', `/rest/executions/${id}`);
		return { ...found, data: parse(found.data) };
	}

	return {
		url,
		call,
		ask,
		execution,

		/** @returns {Promise<{ id: string, name: string }>} what a node's `credentials` names */
		async createCredential({ name, type, data }) {
			const { id } = await ask('POST', '/rest/credentials', { name, type, data });
			return { id, name };
		},

		/** @returns {Promise<{ status: 'OK' | 'Error', message: string }>} */
		testCredential: ({ id, name, type, data }) =>
			ask('POST', '/rest/credentials/test', { credentials: { id, name, type, data } }),

		createWorkflow: (workflow) =>
			ask('POST', '/rest/workflows', { settings: { executionOrder: 'v1' }, ...workflow }),

		/** Publishes a draft and waits until its webhooks are there. */
		async publish({ id, versionId }) {
			await ask('POST', `/rest/workflows/${id}/activate`, { versionId });
			const { status, triggers } = await until(
				async () => {
					const now = await ask('GET', `/rest/workflows/${id}/publication-status`);
					return now.status === 'in_progress' ? undefined : now;
				},
				{ seconds: 60, what: 'the publication of a workflow' },
			);
			if (status !== 'published') {
				const reasons = triggers.map(({ errorMessage }) => errorMessage).filter(Boolean);
				throw new Error(`The workflow was not published: ${status}; ${reasons.join('; ')}`);
			}
		},

		unpublish: ({ id }) => ask('POST', `/rest/workflows/${id}/deactivate`, {}),

		/** Newest first. */
		async executions({ id }) {
			const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
			const { results } = await ask('GET', `/rest/executions?filter=${filter}&limit=100`);
			return results;
		},

		/** The same, once it has ended. */
		executionEnd: (id) =>
			until(
				async () => {
					const found = await execution(id);
					return unfinished.has(found.status) ? undefined : found;
				},
				{ seconds: 60, what: `the end of execution ${id}` },
			),

		/** Runs a workflow as the editor's button does, from the pinned data of its trigger. */
		runFromPinnedData: ({ id }, trigger) =>
			ask('POST', `/rest/workflows/${id}/run`, { triggerToStartFrom: { name: trigger } }),
	};
}
