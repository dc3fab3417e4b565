// `npm run demo -- --send user-created`: a second terminal tells the demo that stays open in the first
// one what an administrator of the source application does next.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const addressFile = (cache) => join(cache, 'demo.json');

/** What can be sent, by name. */
function createActions({ source, people }) {
	let last;
	const known = () => {
		if (last === undefined) throw new Error('Send user-created first.');
		return last;
	};
	return {
		async 'user-created'() {
			const done = await source.createUser(people());
			last = done.id;
			return done;
		},
		'user-updated': () =>
			source.updateUser(known(), { title: `Title of ${new Date().toISOString()}` }),
		'user-deleted': () => source.deleteUser(known()),
	};
}

/** Takes actions until the process ends; answers with their names. */
export async function listenForActions({ cache, world }) {
	const actions = createActions(world);
	// Whoever can read the file may send; a page in a browser cannot guess the path.
	const path = `/${randomUUID()}/`;
	const server = createServer(async (request, response) => {
		const name = request.url?.startsWith(path) ? request.url.slice(path.length) : '';
		if (request.method !== 'POST' || !Object.hasOwn(actions, name)) {
			response.writeHead(404).end(`There is ${Object.keys(actions).join(', ')}.`);
			return;
		}
		try {
			const { id, answer } = await actions[name]();
			response.end(`${name} ${id}: n8n answered ${answer?.status}`);
		} catch (error) {
			response.writeHead(409).end(error.message);
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const url = `http://127.0.0.1:${server.address().port}${path}`;
	await writeFile(addressFile(cache), JSON.stringify({ url }), { mode: 0o600 });
	process.once('exit', () => rmSync(addressFile(cache), { force: true }));
	return Object.keys(actions);
}

/** @returns what the running demo says */
export async function sendAction(cache, name) {
	const file = await readFile(addressFile(cache), 'utf8').catch(() => undefined);
	if (file === undefined)
		throw new Error('No demo is open: start `npm run demo` in another terminal.');
	const answer = await fetch(JSON.parse(file).url + encodeURIComponent(name), { method: 'POST' });
	const text = await answer.text();
	if (!answer.ok) throw new Error(text);
	return text;
}
