// nginx as the real reverse proxy, on free ports of this machine, with certificates made for this run.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { end, start } from '../../demo/children.mjs';
import { freePort, until } from '../../demo/n8n.mjs';

const run = promisify(execFile);
const packageName = 'nginx-light';

function find() {
	const folders = (process.env['PATH'] ?? '').split(delimiter).concat('/usr/sbin');
	return folders.map((folder) => join(folder, 'nginx')).find((file) => existsSync(file));
}

/** @throws Error that says what to install where this process may not */
async function findOrInstall() {
	const present = find();
	if (present) return present;
	if (process.getuid?.() !== 0) {
		throw new Error(
			`nginx is not here. On Debian or Ubuntu: sudo apt-get install -y ${packageName}`,
		);
	}
	// Not started as a service: it would take port 80.
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
	await run('apt-get', ['update', '-qq'], { env });
	await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', packageName], { env });
	return find();
}

function serverOf({ port, headers, address }, upstream) {
	const set = Object.entries(headers).map(
		([name, value]) => `proxy_set_header ${name} '${value}';`,
	);
	return `server {
		listen 127.0.0.1:${port} ssl;
		ssl_certificate server.pem;
		ssl_certificate_key server.key;
		ssl_client_certificate authority.pem;
		ssl_verify_client optional_no_ca;
		location / {
			proxy_pass ${upstream};
			proxy_bind ${address};
			proxy_http_version 1.1;
			proxy_set_header Host $host;
			${set.join('\n\t\t\t')}
		}
	}`;
}

const configurationOf = (servers, upstream) => `
daemon off;
master_process off;
pid nginx.pid;
error_log stderr warn;
events {}
http {
	access_log off;
	client_body_temp_path body;
	proxy_temp_path proxy;
	fastcgi_temp_path fastcgi;
	uwsgi_temp_path uwsgi;
	scgi_temp_path scgi;
	${servers.map((server) => serverOf(server, upstream)).join('\n')}
}`;

/**
 * One server for each form; `ssl_verify_client optional_no_ca` lets everybody through and says what it
 * thinks of the certificate, which is the loosest setting that a proxy can have.
 * @param forms name -> headers it sets, and the address from which it calls n8n
 * @returns {Promise<{ ports: Record<string, number>, close(): Promise<void> }>}
 */
export async function startNginx({ folder, log, upstream, certificates, forms }) {
	const nginx = await findOrInstall();
	const home = join(folder, 'nginx');
	await mkdir(home, { recursive: true });
	const { authority, server } = certificates;
	const files = {
		'authority.pem': authority,
		'server.pem': server.certificate,
		'server.key': server.key,
	};
	const servers = [];
	for (const [name, form] of Object.entries(forms)) {
		servers.push({ name, ...form, port: await freePort() });
	}
	files['nginx.conf'] = configurationOf(servers, upstream);
	for (const [name, text] of Object.entries(files)) await writeFile(join(home, name), text);

	const args = ['-e', 'stderr', '-p', home, '-c', join(home, 'nginx.conf')];
	const child = start(nginx, args, { cwd: home, log });
	await until(() => existsSync(join(home, 'nginx.pid')) || child.exitCode !== null, {
		seconds: 10,
		what: 'nginx to start',
	});
	if (child.exitCode !== null) throw new Error('nginx did not start; the log says why.');
	const ports = Object.fromEntries(servers.map(({ name, port }) => [name, port]));
	return { ports, close: () => end(child) };
}
