/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-hardcoded-secrets -- servers on this machine, and nothing secret; not shipped */
// What the rows of the README's table say about authentication, through the real nodes and credentials.
import { generateKeyPairSync } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { IDataObject } from 'n8n-workflow';
import { ENTITY_TYPES, systems, type EntityType } from '../../index';
import { makeCertificate } from '../support/certificate';
import { createCertificates } from '../support/certificates';
import { listenOnLoopback, readText, writeAnswer, type Answer } from '../support/loopback';
import { kindsOfRow } from '../docs/systemTable';
import { readPage } from '../docs/examples';
import { CHECK, findings, trust, type Operation } from './systemsBed';
import { send, serveTrigger } from './trigger';
import { TRIGGERS, triggerNamed } from './triggers';

const ROWS = [...systems.values()].map((system) => ({
	id: system.id,
	entityTypes: system.entityTypes,
	...kindsOfRow(system, (path) => readPage(path.replace('docs/', ''))),
}));
const { authority, server, client } = createCertificates();
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const basic = (user: string, password: string) =>
	`Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

interface Received {
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
	readonly hasCertificate: boolean;
}
interface Kind {
	/** What the administrator enters besides the base URL. */
	readonly credential: IDataObject;
	/** Whether the token endpoint may give a token. */
	isClient?(received: Received): boolean;
	/** Whether a call of the API may go on; by default with the token. */
	isProven?(received: Received): boolean;
}

const pair = { clientCertificate: client.certificate, privateKey: client.key };
const KINDS: Readonly<Record<string, Kind>> = {
	Basic: {
		credential: { authentication: 'basic', user: 'reader', password: 'secret' },
		isProven: ({ headers }) => headers.authorization === basic('reader', 'secret'),
	},
	'Bearer Token': {
		credential: { authentication: 'bearer', token: 'lasting' },
		isProven: ({ headers }) => headers.authorization === 'Bearer lasting',
	},
	'API Key': {
		credential: { authentication: 'apiKey', apiKeyHeader: 'X-Key', apiKey: 'key' },
		isProven: ({ headers }) => headers['x-key'] === 'key',
	},
	'Client Certificate': {
		credential: { authentication: 'certificate', ...pair },
		isProven: ({ hasCertificate }) => hasCertificate,
	},
	'OAuth 2.0 Client Credentials': {
		credential: { authentication: 'oAuth2ClientCredentials', clientId: 'c', clientSecret: 's' },
		isClient: ({ headers }) => headers.authorization === basic('c', 's'),
	},
	'OAuth 2.0 With Client Certificate': {
		credential: { authentication: 'certificateOAuth2', clientId: 'c', ...pair },
		isClient: ({ hasCertificate, body }) => hasCertificate && body.includes('client_id=c'),
	},
	'OAuth 2.0 SAML Bearer': {
		credential: {
			authentication: 'samlBearer',
			clientId: 'c',
			user: 'reader',
			companyId: 'ACMEEX',
			privateKey: rsa.export({ type: 'pkcs8', format: 'pem' }).toString(),
		},
		isClient: ({ body }) => /^(?=.*saml2-bearer)(?=.*company_id=ACMEEX)(?=.*assertion=)/.test(body),
	},
};

function answerTo(path: string, received: Received, { isClient, isProven }: Kind): Answer {
	const json = (status: number, body: object) => ({ status, body: JSON.stringify(body) });
	if (path === '/token') {
		if (!isClient?.(received)) return json(401, { error: 'invalid_client' });
		return json(200, { access_token: 'fresh', token_type: 'Bearer' });
	}
	const proven = isProven ?? (({ headers }) => headers.authorization === 'Bearer fresh');
	if (!proven(received)) return json(401, {});
	if (path.includes('/odata/')) return json(200, { d: { results: [] } });
	return json(200, { totalResults: 0, Resources: [] });
}

/** How a check of the connection ended at each version of the systems whose rows name this kind. */
async function statesOf(
	operation: Operation,
	kind: Kind,
	choice: { ids: readonly string[]; entityType: EntityType },
) {
	const options = {
		key: server.key,
		cert: server.certificate,
		ca: authority,
		requestCert: true,
		rejectUnauthorized: false,
	};
	const tls = createServer(options, async (request, response) => {
		const hasCertificate = request.socket instanceof TLSSocket && request.socket.authorized;
		const { headers, url = '' } = request;
		const received = { headers, body: await readText(request), hasCertificate };
		writeAnswer(response, answerTo(url, received, kind));
	});
	const { origin, close } = await listenOnLoopback(tls);
	const baseUrl = origin.replace('http:', 'https:');
	const credential = { ...kind.credential, baseUrl, tokenUrl: `${baseUrl}/token` };
	const found = await findings(operation, credential, choice);
	await close();
	return found.map(({ system, apiVersion, state, message }) => [
		system,
		apiVersion,
		state ?? message,
	]);
}

let untrust: () => void;
beforeAll(() => {
	untrust = trust(authority);
});
afterAll(() => untrust());

const SIDES = [
	['written', CHECK, 'writes'],
	['read', ['source', { operation: 'checkConnection' }], 'reads'],
] as const;

describe.each(SIDES)('systems that are %s', (_, operation, column) => {
	const kinds = [...new Set(ROWS.flatMap((row) => row[column]))];
	const cases = kinds.flatMap((name) => ENTITY_TYPES.map((type) => [name, type] as const));
	test.each(cases)('with %s: %ss', async (name, entityType) => {
		const kind = KINDS[name];
		if (!kind) throw new Error(`No test knows ${name}.`);
		const named = ROWS.filter((row) => row[column].includes(name));
		const ids = named.filter((row) => row.entityTypes.includes(entityType)).map(({ id }) => id);
		const states = await statesOf(operation, kind, { ids, entityType });
		expect(new Set(states.map(([system]) => system))).toEqual(new Set(ids));
		for (const state of states) expect(state).toEqual([state[0], state[1], 'read']);
	});
});

const caller = makeCertificate({
	from: 0,
	until: Math.ceil(Date.now() / 1_000) * 1_000 + 86_400_000,
});
/** What is stored in the credential of a trigger, and the header of a call that may come in. */
const WAYS: Readonly<Record<string, { secrets: IDataObject; headers: Record<string, string> }>> = {
	Basic: {
		secrets: { authentication: ['basic'], user: 'caller', password: 'correct horse battery' },
		headers: { authorization: basic('caller', 'correct horse battery') },
	},
	'Client Certificate': {
		secrets: {
			authentication: ['certificate'],
			certificates: caller.pem,
			certificateHeader: 'x-client-cert',
			trustedProxies: '127.0.0.1',
		},
		headers: { authorization: '', 'x-client-cert': encodeURIComponent(caller.pem) },
	},
};

const CALLS = ROWS.flatMap(({ id, calls }) => calls.map((way) => [id, way] as const));

test.each(CALLS)('%s calls its trigger with: %s', async (id, way) => {
	const trigger = TRIGGERS.find(({ system }) => system === id);
	const { secrets, headers } = WAYS[way] ?? { secrets: {}, headers: {} };
	const served = await serveTrigger({ trigger: triggerNamed(trigger?.name ?? id), secrets });
	const call = { body: '{"id":"7b1d3c52-0a44-4f0e-9d0c-2f1f6a9be001"}' };
	const stranger = await send(`${served.entities}/user`, {
		...call,
		headers: { authorization: '' },
	});
	const known = await send(`${served.entities}/user`, { ...call, headers });
	await served.close();
	expect([stranger.status, served.started.length]).toEqual([401, 1]);
	expect(known.status).toBeLessThan(300);
});
