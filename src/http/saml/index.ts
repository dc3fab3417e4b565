export { buildSamlAssertion, type SamlAssertionOptions } from './assertion';
export {
	requestSamlBearerToken,
	samlTokenForm,
	type AccessToken,
	type SamlTokenOptions,
} from './token';
