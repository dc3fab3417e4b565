// How proxies hand on a client certificate, each in its documented form.
import { createHash } from 'node:crypto';
import type { EndpointSecrets } from '../../src/endpoint';
import type { MadeCertificate } from '../support/certificate';
import { NO_SECRETS } from './secrets';

export interface ProxyForm {
	readonly name: string;
	readonly header: string;
	encode(certificate: MadeCertificate): string;
	/** Header with its word for success, where the proxy has one. */
	readonly verify?: readonly [name: string, success: string];
}

const base64 = ({ der }: MadeCertificate) => der.toString('base64');
const escaped = ({ pem }: MadeCertificate) => encodeURIComponent(pem);
/** AWS leaves these three as they are. */
const escapedByAws = ({ pem }: MadeCertificate) =>
	encodeURIComponent(pem).replace(/%(2B|2F|3D)/g, decodeURIComponent);
const sha256 = ({ der }: MadeCertificate) => createHash('sha256').update(der).digest('hex');

export const PROXY_FORMS: readonly ProxyForm[] = [
	{
		name: 'nginx',
		header: 'X-Client-Cert',
		encode: escaped,
		verify: ['X-Client-Verify', 'SUCCESS'],
	},
	{
		name: 'ingress-nginx',
		header: 'ssl-client-cert',
		encode: escaped,
		verify: ['ssl-client-verify', 'SUCCESS'],
	},
	{
		name: 'Envoy and Istio',
		header: 'X-Forwarded-Client-Cert',
		encode: (certificate) =>
			`By=spiffe://acme/n8n;Hash=${sha256(certificate)};Cert="${escaped(certificate)}";Subject="CN=caller,O=\\"Acme, Ltd;\\"";URI=`,
	},
	{ name: 'Cloud Foundry', header: 'X-Forwarded-Client-Cert', encode: base64 },
	{ name: 'Traefik', header: 'X-Forwarded-Tls-Client-Cert', encode: base64 },
	{ name: 'HAProxy', header: 'X-SSL-Client-Der', encode: base64, verify: ['X-SSL-Verify', '0'] },
	{ name: 'Azure App Service', header: 'X-ARR-ClientCert', encode: base64 },
	{
		name: 'Azure Application Gateway',
		header: 'X-Client-Certificate',
		encode: escaped,
		verify: ['X-Client-Certificate-Verification', 'SUCCESS'],
	},
	{ name: 'AWS ALB', header: 'X-Amzn-Mtls-Clientcert-Leaf', encode: escapedByAws },
	{ name: 'AWS CloudFront', header: 'CloudFront-Viewer-Cert-Pem', encode: escapedByAws },
	{
		name: 'Cloudflare',
		header: 'Cf-Client-Cert-Der-Base64',
		encode: base64,
		verify: ['Cf-Cert-Verified', 'true'],
	},
	{ name: 'RFC 9440', header: 'Client-Cert', encode: (certificate) => `:${base64(certificate)}:` },
];

export const PROXY = '10.1.2.3';

export function secretsBehind(form: ProxyForm, certificate: MadeCertificate): EndpointSecrets {
	return {
		...NO_SECRETS,
		authentication: ['certificate'],
		certificates: certificate.pem,
		certificateHeader: form.header,
		verifyHeader: form.verify?.[0] ?? '',
		trustedProxies: '10.1.0.0/16, ::1',
	};
}

export type Header = readonly [name: string, value: string];

export function verifyHeaders({ verify }: ProxyForm): readonly Header[] {
	return verify === undefined ? [] : [verify];
}
