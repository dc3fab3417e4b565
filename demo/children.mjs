// Processes that the demo starts. Each is the head of a group of its own, so that ending it by its
// handle also ends what it started (npm starts make, n8n starts a task runner).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const children = new Set();
const windows = process.platform === 'win32';

function signalGroup(child, signal) {
	try {
		if (windows) child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {
		// The group has ended already.
	}
}

/**
 * Starts a process whose output goes to `log`.
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, log: import('node:stream').Writable }} options
 */
export function start(command, args, { cwd, env = process.env, log }) {
	const child = spawn(command, args, {
		cwd,
		env,
		detached: !windows,
		stdio: ['ignore', 'pipe', 'pipe'],
		windowsHide: true,
	});
	children.add(child);
	child.once('close', () => children.delete(child));
	child.once('error', () => children.delete(child));
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8');
		stream.on('data', (text) => log.write(text));
	}
	return child;
}

/** Asks a child to end, and ends it when it has not after `patience` milliseconds. */
export async function end(child, patience = 8_000) {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const closed = once(child, 'close');
	signalGroup(child, 'SIGTERM');
	const waiting = new AbortController();
	await Promise.race([closed, sleep(patience, undefined, { signal: waiting.signal, ref: false })]);
	waiting.abort();
	signalGroup(child, 'SIGKILL');
}

/** Ends whatever still runs when this process does, however it does. */
export function endWithThisProcess() {
	process.once('exit', () => {
		for (const child of children) signalGroup(child, 'SIGKILL');
	});
	for (const [signal, code] of [
		['SIGINT', 130],
		['SIGTERM', 143],
		['SIGHUP', 129],
	]) {
		process.once(signal, async () => {
			await Promise.all([...children].map((child) => end(child)));
			process.exit(code);
		});
	}
}

/**
 * Runs a command to its end and answers with its standard output.
 * @throws Error naming the command, with the last lines it printed
 */
export async function run(command, args, options) {
	const child = start(command, args, options);
	let output = '';
	let printed = '';
	child.stdout.on('data', (text) => (output += text));
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (text) => (printed = (printed + text).slice(-20_000)));
	}
	const [code, signal] = await once(child, 'close');
	if (code === 0) return output;
	const lines = printed.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
	const name = [command, ...args].map((part) => basename(part)).join(' ');
	const error = new Error([`${name} ended with ${code ?? signal}`, ...lines.slice(-12)].join('\n'));
	throw Object.defineProperty(error, 'printed', { value: printed });
}

const networkFailure =
	/ECONNRESET|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|ENETUNREACH|EPIPE|ERR_SOCKET_TIMEOUT|socket hang up|network|EINTEGRITY|E50\d|E429/;

// `npm run` names the npm that started us; on its own, `npm` is looked up in PATH.
const npmScript = process.env['npm_execpath'] ?? '';
const npmCommand = /^npm-cli\./.test(basename(npmScript))
	? [process.execPath, npmScript]
	: [windows ? 'npm.cmd' : 'npm'];

/** Runs npm; a failure that looks like the network is tried again, twice. */
export async function npm(args, options, tries = 3) {
	const [command, ...script] = npmCommand;
	try {
		return await run(command, [...script, ...args], options);
	} catch (error) {
		if (tries <= 1 || !networkFailure.test(error.printed ?? '')) throw error;
		options.log.write(`\nThe network failed; npm ${args[0]} once more in 5 s.\n`);
		await sleep(5_000);
		return npm(args, options, tries - 1);
	}
}
