// `npm run demo`: from a fresh clone to a real n8n in which changes of users in a simulated source
// application arrive in a SCIM server. Only Node's own modules until the packages are there.
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultCache, isN8nInstalled } from './installation.mjs';
import { createRealHost } from './realHost.mjs';
import { listenForActions, sendAction } from './remote.mjs';
import { checkTools, install, load, openEmbedded, openN8n, pack, prepare } from './stage.mjs';

const usage = `npm run demo -- [options]
  --once        stop after the table; exit code 0 only if every row is as expected
  --quick       the same story inside n8n-core: no editor, no download of n8n
  --without P   leave a promise out and see its rows fail: country, condition, guard, groups,
                disable, password
  --send A      to a demo that is open: user-created, user-updated or user-deleted
  --clean       delete the cache and stop
  --cache DIR   where Node 24 and n8n are kept (2.4 GB; default ${defaultCache()})`;

function readOptions() {
	const flag = { type: 'boolean', default: false };
	const { values } = parseArgs({
		options: {
			...{ once: flag, quick: flag, clean: flag, help: flag },
			cache: { type: 'string' },
			send: { type: 'string' },
			without: { type: 'string', multiple: true, default: [] },
		},
	});
	return { ...values, cache: resolve(values.cache ?? defaultCache()) };
}

/** A world of its own for the story, and what plays it there. */
async function openStory({ without }) {
	const { openWorld } = await load('demo/world.ts');
	const { runStory } = await load('demo/story.ts');
	const { TABLE_HEAD, tableLine } = await load('demo/table.ts');
	const { PROMISES } = await load('demo/promises.ts');
	const unknown = without.filter((promise) => !PROMISES.includes(promise));
	if (unknown.length > 0) throw new Error(`The story makes no promise ${unknown.join(', ')}.`);
	return { world: await openWorld(), runStory, TABLE_HEAD, tableLine };
}

/** Plays the story and prints the table; its world stays open. */
async function play({ steps, without }, host, opened, take = steps.take) {
	const { world, runStory, TABLE_HEAD, tableLine } = opened;
	const text = `notices to ${host.title}`;
	const story = await take('story', text, async (say) => {
		const onRow = ({ number, notice }) => say(`${number} ${notice}`);
		const played = await runStory(host, world, { onRow, without });
		say(`${played.rows.length} rows, ${text}`);
		return played;
	});
	console.log(['', TABLE_HEAD, ...story.rows.map(tableLine), ''].join('\n'));
	const surprises = story.rows.filter(({ expected }) => !expected).length;
	if (surprises > 0) console.log(`${surprises} of ${story.rows.length} rows are not as expected.`);
	return { ...story, world };
}

/** The first thing to see: it needs none of what the next steps download. */
async function playEmbedded(stage, take) {
	const host = await openEmbedded(stage);
	const { world, expected } = await play(stage, host, await openStory(stage), take);
	await host.close();
	await world.close();
	return expected;
}

async function playInN8n(stage) {
	const tarball = await pack(stage);
	// n8n takes its time to start.
	const [n8n, opened] = await Promise.all([openN8n(stage, tarball), openStory(stage)]);
	const host = createRealHost(n8n);
	const story = await play(stage, host, opened);
	return { ...story, host, n8n };
}

function sayWhereToLook({ n8n, host, world }, actions) {
	const { email, password } = n8n.owner;
	const { user, password: key } = world.targetAuthentication;
	const [workflow] = host.workflows;
	console.log(
		[
			`Editor   ${n8n.url}/workflow/${workflow.id}   ${email} / ${password}`,
			'         "Execute workflow" runs it from pinned data, without a call from outside.',
			`Target   ${world.proxy.url}/Users   ${user} / ${key}`,
			`Source   ${world.source.url}   send changes: npm run demo -- --send ${actions.join('|')}`,
			'Ctrl+C ends all of it.',
		].join('\n'),
	);
}

async function main({ once, quick, clean, help, cache, without, send }) {
	if (help) return console.log(usage);
	if (send !== undefined) return console.log(await sendAction(cache, send));
	if (clean) {
		await rm(cache, { recursive: true, force: true });
		return console.log(`Deleted ${cache}`);
	}
	const isFirst = !isN8nInstalled(cache);
	const stage = { ...(await prepare({ cache, total: quick ? 3 : 7 })), without };
	console.log(`Log: ${stage.logFile}`);
	if (isFirst && !quick) {
		console.log(`The first start downloads Node 24 and n8n into ${cache} (2.4 GB, a few minutes).`);
	}
	await checkTools(stage, { compiler: isFirst && !quick });
	await install(stage);
	if (quick) {
		process.exitCode = (await playEmbedded(stage)) ? 0 : 1;
		return;
	}
	if (isFirst) await playEmbedded(stage, stage.steps.aside);

	const ending = await playInN8n(stage);
	if (!once) return sayWhereToLook(ending, await listenForActions({ cache, ...ending }));
	await ending.n8n.stop();
	await ending.world.close();
	process.exitCode = ending.expected ? 0 : 1;
}

try {
	await main(readOptions());
} catch (error) {
	console.error(`\n${error.message}`);
	if (error.code?.startsWith('ERR_PARSE_ARGS')) console.error(`\n${usage}`);
	process.exit(1);
}
