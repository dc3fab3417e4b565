import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { request } from 'node:https';
import { after, before, describe, test } from 'node:test';
import { startNginx } from './nginx.mjs';
import { send } from './rawHttp.mjs';
import { publishTenantTrigger } from './triggers.mjs';

/**
 * What nginx knows of a client certificate, in the forms of the proxies that hand it on like this. Each
 * calls from an address of its own: failures are counted by address.
 */
const forms = {
	nginx: {
		address: '127.0.1.1',
		certificateHeader: 'X-Client-Cert',
		verifyHeader: 'X-Client-Verify',
		headers: {
			'X-Client-Cert': '$ssl_client_escaped_cert',
			'X-Client-Verify': '$ssl_client_verify',
		},
	},
	ingress: {
		address: '127.0.1.2',
		certificateHeader: 'ssl-client-cert',
		verifyHeader: 'ssl-client-verify',
		headers: {
			'ssl-client-cert': '$ssl_client_escaped_cert',
			'ssl-client-verify': '$ssl_client_verify',
		},
	},
	envoy: {
		address: '127.0.1.3',
		certificateHeader: 'X-Forwarded-Client-Cert',
		verifyHeader: '',
		headers: {
			'X-Forwarded-Client-Cert':
				'By=spiffe://acme/n8n;Cert="$ssl_client_escaped_cert";Subject="$ssl_client_s_dn"',
		},
	},
	aws: {
		address: '127.0.1.4',
		certificateHeader: 'X-Amzn-Mtls-Clientcert-Leaf',
		verifyHeader: '',
		headers: { 'X-Amzn-Mtls-Clientcert-Leaf': '$ssl_client_escaped_cert' },
	},
};

/** The same as `nginx`, but it calls from an address that the credential does not name. */
const stranger = { ...forms.nginx, address: '127.0.0.2' };

function certificatesOf({ createCertificates, makeCertificate }) {
	const now = Math.floor(Date.now() / 1000) * 1000;
	const day = 86_400_000;
	const { authority, server, client } = createCertificates();
	const selfSigned = (validity) => {
		const { pem, key } = makeCertificate({ name: 'client', ...validity });
		return { certificate: pem, key };
	};
	return {
		authority,
		server,
		honest: client,
		lookAlike: selfSigned({ from: now - day, until: now + day }),
		expired: selfSigned({ from: now - 9 * day, until: now - day }),
	};
}

const notice = '{"id":"P000123"}';

function callThrough(port, path, { certificate, headers = {} } = {}) {
	return new Promise((resolve, reject) => {
		const options = {
			host: '127.0.0.1',
			port,
			path,
			method: 'POST',
			rejectUnauthorized: false,
			agent: false,
			headers: { 'content-type': 'application/scim+json', ...headers },
			...(certificate && { cert: certificate.certificate, key: certificate.key }),
		};
		const call = request(options, (answer) => {
			answer.resume();
			answer.once('end', () => resolve(answer.statusCode));
		});
		call.once('error', reject);
		call.end(notice);
	});
}

export function describeProxies({ stage, n8n, ...tools }) {
	const certificates = certificatesOf(tools);
	const { honest, server, lookAlike, expired } = certificates;
	const opened = {};
	let nginx;

	async function publish(key, { certificateHeader, verifyHeader }) {
		const credential = {
			type: 'realTimeEndpointApi',
			name: `Certificate behind ${key}`,
			data: {
				authentication: ['certificate'],
				certificates: [honest.certificate, expired.certificate].join('\n'),
				certificateHeader,
				verifyHeader,
				trustedProxies: '127.0.1.0/24',
			},
		};
		return publishTenantTrigger(n8n, `behind-${key}`, credential);
	}

	/** As the proxy would write it. */
	const forged = ({ certificateHeader, verifyHeader }) => ({
		[certificateHeader]: encodeURIComponent(honest.certificate),
		...(verifyHeader !== '' && { [verifyHeader]: 'SUCCESS' }),
	});

	describe('behind a real nginx', () => {
		before(async () => {
			const { folder, log } = stage;
			const upstream = n8n.url;
			nginx = await startNginx({
				folder,
				log,
				upstream,
				certificates,
				forms: { ...forms, stranger },
			});
			for (const [key, form] of Object.entries(forms)) opened[key] = await publish(key, form);
		});
		after(() => nginx?.close());

		for (const [key, form] of Object.entries(forms)) {
			const through = (options) => callThrough(nginx.ports[key], opened[key].path, options);

			test(`${key}: the honest certificate comes in and starts one execution`, async () => {
				const known = await opened[key].executions();
				assert.equal(await through({ certificate: honest }), 202);
				assert.equal(await opened[key].executions(), known + 1);
			});

			const attacks = {
				'no certificate': {},
				'B9: no certificate, and the headers of the proxy': { headers: forged(form) },
				'B9: another certificate, and the headers of the proxy': {
					certificate: server,
					headers: forged(form),
				},
				'B11: the headers of the proxy, with underscores': {
					headers: Object.fromEntries(
						Object.entries(forged(form)).map(([name, value]) => [name.replaceAll('-', '_'), value]),
					),
				},
				'B12: the same authority, another certificate': { certificate: server },
				'B12: the same name, another authority': { certificate: lookAlike },
				'B13: pinned, but expired': { certificate: expired },
			};
			for (const [name, attack] of Object.entries(attacks)) {
				test(`${key}, ${name}: refused`, async () => {
					const known = await opened[key].executions();
					// nginx itself answers 400 to a certificate that is worse than unknown.
					assert.ok([400, 401].includes(await through(attack)));
					assert.equal(await opened[key].executions(), known);
				});
			}

			test(`${key}, B10: headers that Connection names still come from the proxy`, async () => {
				const names = [form.certificateHeader, form.verifyHeader].filter((name) => name !== '');
				const headers = { connection: `close, ${names.join(', ')}` };
				assert.equal(await through({ headers }), 401);
				assert.equal(await through({ certificate: honest, headers }), 202);
			});

			test(`${key}, B9: past the proxy, from an address that may not: 401`, async () => {
				const headers = { 'content-type': 'application/scim+json', ...forged(form) };
				const call = { path: opened[key].path, headers, body: notice, from: '127.9.9.9' };
				assert.equal((await send(n8n.url, call)).status, 401);
			});
		}

		test('B9: a proxy that the credential does not name: 401', async () => {
			const { path } = opened['nginx'];
			assert.equal(await callThrough(nginx.ports['stranger'], path, { certificate: honest }), 401);
		});
	});
}
