export { authenticate, challenge, type Circumstances, type Verdict } from './authenticate';
export { headerValues, type Caller } from './caller';
export { findCertificateWarnings } from './certificate/fault';
export type { Cause } from './finding';
export { createKeyStore, type Keys, type KeyStore, type OpenHttp } from './oauth/keys';
export { answerTokenRequest, type TokenRequest } from './oauth/tokenEndpoint';
export { fingerprint } from './same';
export { describeRefusal, Unauthorized, withChallenge } from './unauthorized';
export { isBulkAddress, readAddress, readEntityType, type Address } from './address';
export { LIMITS } from './limits';
export { isXml, readMediaType, refuseEncoding } from './mediaType';
export {
	parseNotices,
	takesXml,
	type ParsedNotice,
	type ParsedNotices,
	type ReceivedCall,
} from './parse';
export {
	createMinuteCounter,
	createPacer,
	type CallLimits,
	type MinuteCounter,
	type Pacer,
} from './rate';
export { bulkAnswer, discoveryAnswer, pushAnswer } from './push';
export { codeOf, Refused, REFUSALS, type Refusal, type RefusalCode } from './refusal';
export {
	acceptedAnswer,
	acceptedBody,
	describeCall,
	finishedAnswer,
	lookAnswer,
	refusalAnswer,
	runningAnswer,
	testAnswer,
	type Answer,
	type FinishedRun,
	type Translate,
} from './respond';
export { soapAnswer } from './soapAnswer';
export { findSecretFault } from './secretFault';
export type { EndpointSecrets } from './secrets';
