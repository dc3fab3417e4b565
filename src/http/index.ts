export { axiosHttp } from './axiosHttp';
export { withBearer } from './bearer';
export { systemClock } from './clock';
export { codeOf, connectionError } from './connectionError';
export { withCsrf } from './csrf';
export { createGate, type Gate } from './gate';
export { normalizePem } from './pem';
export { refusal } from './refusal';
export { startRun, WAIT_BUDGET, type Run } from './run';
export { send, type Connection } from './send';
export { spaced } from './spaced';
export {
	buildSamlAssertion,
	requestSamlBearerToken,
	samlTokenForm,
	type AccessToken,
	type SamlAssertionOptions,
	type SamlTokenOptions,
} from './saml';
