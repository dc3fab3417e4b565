import type { IWebhookFunctions } from 'n8n-workflow';
import type { Caller } from '../../../src/endpoint';

type Request = ReturnType<IWebhookFunctions['getRequestObject']>;

/** DER of the certificate of the TLS connection; n8n asks for one only with an external hook. */
function peerCertificate({ socket }: Request): Uint8Array | undefined {
	if (!('getPeerCertificate' in socket) || typeof socket.getPeerCertificate !== 'function') {
		return undefined;
	}
	const certificate: unknown = socket.getPeerCertificate();
	if (typeof certificate !== 'object' || certificate === null) return undefined;
	const raw: unknown = Reflect.get(certificate, 'raw');
	return raw instanceof Uint8Array ? raw : undefined;
}

export function callerOf(request: Request): Caller {
	const shown = peerCertificate(request);
	return {
		rawHeaders: request.rawHeaders,
		remoteAddress: request.socket.remoteAddress ?? '',
		...(shown !== undefined && { peerCertificate: shown }),
	};
}

/** For counting failures: n8n's own setting decides whether a proxy is believed here. */
export function addressOf(request: Request): string {
	return request.ip ?? request.socket.remoteAddress ?? '';
}
