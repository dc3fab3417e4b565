import type { Caller, Circumstances, EndpointSecrets } from '../../src/endpoint';

/** Secrets of an endpoint that lets nobody in. */
export const NO_SECRETS: EndpointSecrets = {
	authentication: [],
	user: '',
	password: '',
	secondPassword: '',
	clientId: '',
	clientSecret: '',
	secondClientSecret: '',
	issuer: '',
	audience: '',
	jwksUrl: '',
	certificates: '',
	certificateHeader: '',
	verifyHeader: '',
	trustedProxies: '',
};

export const NOW = Date.UTC(2026, 10, 25, 8);

/** No tenant is asked for keys. */
export const CIRCUMSTANCES: Circumstances = {
	now: NOW,
	systemId: 'prod-ias',
	keys: () => Promise.reject(new Error('No keys are expected to be read here.')),
};

/** A call from a stranger's address. */
export function callerWith(...headers: ReadonlyArray<readonly [string, string]>): Caller {
	return { rawHeaders: headers.flat(), remoteAddress: '203.0.113.7' };
}
