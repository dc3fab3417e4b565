// `npm run test:e2e -- --queue`: a real n8n in queue mode under traffic with faults, `kill -9` included;
// afterwards one repair round, and then source and target must be equal (docs/queue-mode.md).
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installN8n, installNode, n8nVersion } from '../../demo/installation.mjs';
import { signIn, until } from '../../demo/n8n.mjs';
import { createRealHost } from '../../demo/realHost.mjs';
import { checkTools, install, load, pack, prepare } from '../../demo/stage.mjs';
import { createCluster } from './queue/cluster.mjs';
import { installServices, startPostgres, startRedis } from './queue/services.mjs';
import { rowsOf, tableOf } from './queue/table.mjs';

const modes = ['finished', 'received'];
/** Parts of the traffic after which a process is killed. */
const workerKills = [0.1, 0.25, 0.4, 0.65, 0.8];
const webhookKills = [0.5];

function readOptions() {
	const { values } = parseArgs({
		options: {
			queue: { type: 'boolean' },
			notices: { type: 'string', default: '1000' },
			people: { type: 'string', default: '150' },
			groups: { type: 'string', default: '6' },
			lanes: { type: 'string', default: '32' },
			seed: { type: 'string', default: String(1 + Math.floor(Math.random() * 1e6)) },
		},
	});
	const { queue: _queue, ...numbers } = values;
	return Object.fromEntries(Object.entries(numbers).map(([name, text]) => [name, Number(text)]));
}

async function openServices(stage) {
	const { folder, log, steps } = stage;
	return steps.take('services', 'PostgreSQL and Redis', async (say) => {
		await installServices({ log, say });
		const [postgres, redis] = await Promise.all([
			startPostgres({ log }),
			startRedis({ folder, log }),
		]);
		say(`PostgreSQL on ${postgres.port}, Redis on ${redis.port}`);
		return { postgres, redis };
	});
}

/** Main first: it makes the tables and takes the workflows that the others read. */
async function openCluster(stage, services, world, { buildCredentials, queueWorkflow }) {
	const { cache, folder, log, steps } = stage;
	const tarball = await pack(stage);
	const node = await steps.take('Node 24', 'npm pack', (say) => installNode({ cache, log, say }));
	const n8n = await steps.take('n8n', n8nVersion, (say) => installN8n({ cache, node, log, say }));
	return steps.take('cluster', 'main, webhook process, two workers', async () => {
		const cluster = await createCluster({ node, n8n, folder, log, tarball, ...services });
		await cluster.main.open();
		const session = await signIn(cluster.main.url);
		const host = createRealHost({ session, title: 'queue mode', stop: cluster.stop });
		const credentials = buildCredentials({ ...world, proxy: world.target });
		const paths = {};
		for (const mode of modes) {
			const { workflow, path } = queueWorkflow(mode);
			await host.publish(workflow, credentials);
			paths[mode] = path;
		}
		await cluster.openRest();
		return { ...cluster, paths };
	});
}

/** One kill at a time: when the next is due before the victim of the last is back, the traffic waits. */
function createExecutioner({ workers, webhook }, total) {
	const plan = [
		...workerKills.map((share, number) => ({ share, victim: workers[number % workers.length] })),
		...webhookKills.map((share) => ({ share, victim: webhook })),
	].sort((a, b) => a.share - b.share);
	const done = { workers: 0, webhooks: 0 };
	let [before, last] = [Promise.resolve(), Promise.resolve()];

	async function kill(victim) {
		done[victim === webhook ? 'webhooks' : 'workers'] += 1;
		await victim.kill();
	}

	return {
		done,
		reached(position) {
			if (plan[0] !== undefined && position >= plan[0].share * total) {
				const { victim } = plan.shift();
				before = last;
				last = last.then(() => kill(victim));
			}
			return before;
		},
		finish: () => last,
	};
}

const byStatus = 'select status, count(*) from execution_entity group by status order by status';

/** Asked of the queue: an execution whose process died before it was queued stays `new` in the database. */
function settle({ redis }) {
	return until(async () => (await redis.unfinishedJobs()) === 0, {
		seconds: 180,
		what: 'the queue to be empty',
	});
}

/** Makes the changes at the source and sends their notices, late, doubled, and some not at all. */
async function playTraffic(stage, { world, cluster, delivery, modules, options }) {
	const { createChangingSource, planNotices, seededRandom, inLanes } = modules;
	const random = seededRandom(options.seed);
	const { people, groups } = options;
	const { tenant, sourceHistory: history } = world;
	const source = createChangingSource({ tenant, history, random, people, groups });
	const plan = planNotices(options.notices, seededRandom(options.seed + 1));
	const executioner = createExecutioner(cluster, plan.length);
	const changes = [];

	await stage.steps.take('traffic', `${plan.length} notices`, async (say) => {
		await inLanes(options.lanes, plan, async ({ step, due, mode }, position) => {
			while (changes.length <= due && changes.length < options.notices) {
				changes.push(source.change());
			}
			await executioner.reached(position);
			say(`${position} of ${plan.length} notices, ${executioner.done.workers} workers killed`);
			await delivery.deliver(mode, await changes[step]);
		});
		await executioner.finish();
	});
	return { notices: plan.length, kills: executioner.done };
}

async function playRepair(stage, { world, delivery, modules, services, options }) {
	const { findDifferences, writeDocument, inLanes } = modules;
	return stage.steps.take('repair', 'compare, notices', async (say) => {
		let count = 0;
		// Groups are compared when their members are there.
		for (const type of ['user', 'group']) {
			const found = await findDifferences(world, writeDocument(), type);
			count += found.length;
			say(`${count} differences found`);
			await inLanes(options.lanes, found, (change) => delivery.deliver('finished', change, true));
			await settle(services);
		}
	});
}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

function countFaults({ target }) {
	const { entries } = target.ledger;
	const counts = {};
	for (const { fault } of entries) if (fault) counts[fault] = (counts[fault] ?? 0) + 1;
	const text = Object.entries(counts)
		.map(([name, count]) => `${name}: ${count}`)
		.join(', ');
	return { calls: entries.length, text };
}

async function loadModules() {
	const names = ['delivery', 'faults', 'repair', 'source', 'traffic', 'workflows', 'world'];
	const paths = names.map((name) => `test/e2e/queue/${name}.ts`);
	const all = ['demo/workflow.ts', 'test/support/random.ts', ...paths].map(load);
	return Object.assign({}, ...(await Promise.all(all)));
}

/** @returns {Promise<boolean>} whether all demands were met */
async function play(stage, options) {
	const since = Date.now();
	const services = await openServices(stage);
	const modules = await loadModules();
	const world = await modules.openQueueWorld();
	const cluster = await openCluster(stage, services, world, modules);
	const { webhook, paths } = cluster;
	const delivery = modules.createDelivery(world, (mode, entityType) =>
		webhook.isReady() ? { url: webhook.url + paths[mode](entityType), ...world.caller } : undefined,
	);
	const run = { world, cluster, delivery, modules, services, options };

	world.target.setFaults(...modules.targetFaults(options.seed));
	const { notices, kills } = await playTraffic(stage, run);
	await stage.steps.take('settle', 'executions that still run', () => settle(services));
	const before = world.truth.differences(world.ticks.now()).length;
	await playRepair(stage, run);
	const faults = countFaults(world);
	world.target.setFaults();

	const left = world.truth.differences(world.ticks.now());
	const again = [];
	for (const type of ['user', 'group']) {
		again.push(...(await modules.findDifferences(world, modules.writeDocument(), type)));
	}
	const rows = rowsOf({
		...{ notices, wantedNotices: options.notices, faults, kills, before, world },
		tallies: delivery.tallies,
		after: Math.max(left.length, again.length),
		executions: (await services.postgres.query(byStatus)).trim().replaceAll('\n', ', '),
		took: seconds(since),
	});
	console.log(`\n${tableOf(rows)}\n`);
	const { lies } = delivery.tallies.finished;
	for (const line of [...left, ...lies.flat(), ...world.wronged]) console.log(line);

	await cluster.stop();
	await Promise.all([services.redis.stop(), services.postgres.stop(), world.close()]);
	return rows.every(({ isMet = true }) => isMet);
}

export async function runQueue() {
	const options = readOptions();
	const stage = await prepare({ total: 10 });
	const logFile = join(stage.cache, 'queue.log');
	const log = createWriteStream(logFile);
	console.log(`Seed ${options.seed}, log: ${logFile}`);
	await checkTools(stage);
	await install(stage);
	process.exitCode = (await play({ ...stage, log, logFile }, options)) ? 0 : 1;
}
