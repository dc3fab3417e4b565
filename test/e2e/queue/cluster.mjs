// n8n in queue mode: main, one webhook process, two workers, each with a folder and ports of its own.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { end, start } from '../../../demo/children.mjs';
import { freePort, inherited, installPackage, settings, until } from '../../../demo/n8n.mjs';

const host = '127.0.0.1';

/**
 * With n8n's own values a run whose worker was killed ends after up to two minutes; the endpoint tells a
 * caller after 30 s that it is still running. With these it ends before, and the caller hears 503.
 */
export const queueSettings = {
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2500',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
	// Minutes, in place of 180: main marks as crashed what no process knows of any more.
	N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '1',
};

function commonSettings({ postgres, redis }) {
	const kept = inherited.filter((name) => process.env[name] !== undefined);
	return {
		...Object.fromEntries(kept.map((name) => [name, process.env[name]])),
		...settings,
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: host,
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: host,
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: 'n8n',
		DB_POSTGRESDB_PASSWORD: 'trusted',
		...queueSettings,
	};
}

/** One process of n8n that can be killed and comes back on the same ports. */
async function createProcess({ name, args, common, installed, node, n8n, folder, log }) {
	const userFolder = mkdtempSync(join(folder, `${name}-`));
	cpSync(installed, userFolder, { recursive: true });
	const [port, brokerPort] = [await freePort(), await freePort()];
	const url = `http://${host}:${port}`;
	const env = {
		...common,
		HOME: userFolder,
		N8N_USER_FOLDER: userFolder,
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
	};
	let child;
	let isReady = false;

	async function open() {
		child = start(node.binary, [n8n, ...args], { cwd: userFolder, env, log });
		const started = child;
		await until(
			async () => {
				if (started.exitCode !== null || started.signalCode !== null) {
					throw new Error(`${name} ended while it started; its last words are in the log.`);
				}
				const answer = await fetch(`${url}/healthz/readiness`).catch(() => undefined);
				return answer?.status === 200;
			},
			{ seconds: 180, what: `${name} to be ready` },
		);
		isReady = true;
	}

	return {
		name,
		url,
		open,
		/** Before, n8n answers webhooks with 200 ("starting up") and with 404: a load balancer has to ask. */
		isReady: () => isReady,
		/** `kill -9` of the whole group, and up again. */
		async kill() {
			isReady = false;
			const closed = once(child, 'close');
			process.kill(-child.pid, 'SIGKILL');
			await closed;
			await open();
		},
		stop: () => end(child),
	};
}

/** Starts main and what it needs to take a workflow; `openRest` starts the others. */
export async function createCluster({ node, n8n, folder, log, tarball, postgres, redis }) {
	const common = commonSettings({ postgres, redis });
	const installed = mkdtempSync(join(folder, 'installed-'));
	await installPackage({ userFolder: installed, tarball, log });
	const make = (name, ...args) =>
		createProcess({ name, args, common, installed, node, n8n, folder, log });
	const main = await make('main', 'start');
	const webhook = await make('webhook', 'webhook');
	const workers = [
		await make('worker-1', 'worker', '--concurrency=20'),
		await make('worker-2', 'worker', '--concurrency=20'),
	];
	return {
		main,
		webhook,
		workers,
		openRest: () => Promise.all([webhook, ...workers].map((each) => each.open())),
		stop: () => Promise.all([webhook, ...workers, main].map((each) => each.stop())),
	};
}
