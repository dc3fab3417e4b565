/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- makes certificates for tests; not shipped */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Identity {
	/** PEM. */
	readonly certificate: string;
	readonly key: string;
}

/** An authority with one certificate for a server on this machine and one for a client, made by openssl. */
export interface Certificates {
	readonly authority: string;
	readonly server: Identity;
	/** Of the same server; it ended yesterday. */
	readonly expired: Identity;
	readonly client: Identity;
	/** Encrypted with the passphrase `passphrase`. */
	readonly encryptedClientKey: string;
}

// An RSA key takes a hundred times as long to make.
const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

export function createCertificates(): Certificates {
	const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
	const file = (name: string) => join(folder, name);
	const openssl = (...args: string[]) => {
		execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
	};
	const read = (name: string) => readFileSync(file(name), 'utf8');

	function issue(name: string, extensions: string, days = 2): Identity {
		writeFileSync(file(`${name}.ext`), extensions);
		openssl(
			...['req', ...NEW_KEY, '-subj', `/CN=${name}`],
			...['-keyout', `${name}.key`, '-out', `${name}.csr`],
		);
		openssl(
			...['x509', '-req', '-in', `${name}.csr`, '-days', `${days}`, '-extfile', `${name}.ext`],
			...['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-out', `${name}.pem`],
		);
		return { certificate: read(`${name}.pem`), key: read(`${name}.key`) };
	}

	try {
		openssl(
			...['req', '-x509', ...NEW_KEY, '-days', '2', '-subj', '/CN=Test CA'],
			...['-keyout', 'ca.key', '-out', 'ca.pem'],
		);
		const names = 'subjectAltName=IP:127.0.0.1,DNS:localhost';
		const server = issue('server', names);
		const expired = issue('expired', names, -1);
		const client = issue('client', 'extendedKeyUsage=clientAuth');
		openssl(
			...['pkcs8', '-topk8', '-in', 'client.key', '-out', 'client.encrypted.key'],
			...['-passout', 'pass:passphrase', '-v2', 'aes-256-cbc'],
		);
		const encryptedClientKey = read('client.encrypted.key');
		return { authority: read('ca.pem'), server, expired, client, encryptedClientKey };
	} finally {
		rmSync(folder, { recursive: true });
	}
}
