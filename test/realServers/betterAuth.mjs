// A second SCIM server that nobody here wrote: the SCIM plugin of Better Auth, as npm has it, with its
// database in memory. Not among the packages of this repository: it comes into the cache when it is needed.
import { createServer } from 'node:http';
import { once as happened } from 'node:events';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { npm } from '../../demo/children.mjs';
import { once } from '../../demo/installation.mjs';

export const betterAuthVersion = '1.7.5';

const quiet = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'];
const token = 'canary-better-auth-4711';
/** What its memory adapter has to be given; a table that is missing is an error of its own. */
const tables = [
	...['user', 'session', 'account', 'verification'],
	...['scimConnectionBinding', 'scimIdentityTombstone', 'scimSubject', 'scimUser'],
	...['scimProjectionGrant', 'scimGroup', 'scimGroupMember'],
];

/** @returns {Promise<() => Promise<import('./bed').RealServer>>} starts one more, empty */
export async function installBetterAuth({ cache, log }) {
	const folder = join(cache, `better-auth-${betterAuthVersion}`);
	const packages = ['better-auth', '@better-auth/scim'].map(
		(name) => `${name}@${betterAuthVersion}`,
	);
	await once(folder, () => npm(['install', ...packages, ...quiet], { cwd: folder, log }));
	const { resolve } = createRequire(join(folder, 'package.json'));
	const load = (name) => import(pathToFileURL(resolve(name)).href);
	const [{ betterAuth }, { memoryAdapter }, { toNodeHandler }, { scim }] = await Promise.all(
		['better-auth', 'better-auth/adapters/memory', 'better-auth/node', '@better-auth/scim'].map(
			load,
		),
	);

	return async function startBetterAuth() {
		let handle;
		const server = createServer((request, response) => handle(request, response));
		server.listen(0, '127.0.0.1');
		await happened(server, 'listening');
		const baseURL = `http://127.0.0.1:${server.address().port}`;
		const credentials = [{ type: 'bearer', id: 'test', token }];
		handle = toNodeHandler(
			betterAuth({
				baseURL,
				basePath: '/',
				secret: '4711-a-secret-of-this-process-0815',
				database: memoryAdapter(Object.fromEntries(tables.map((name) => [name, []]))),
				telemetry: { enabled: false },
				rateLimit: { enabled: false },
				logger: { disabled: true },
				plugins: [scim({ connections: [{ id: 'source', credentials }] })],
			}),
		);
		return {
			url: `${baseURL}/scim/v2`,
			headers: { authorization: `Bearer ${token}` },
			close() {
				server.closeAllConnections();
				return new Promise((resolve) => server.close(resolve));
			},
		};
	};
}
