export { authenticate, fingerprint, type Verdict } from './authenticate';
export { readAddress, readEntityType, type Address } from './address';
export { LIMITS } from './limits';
export { readMediaType, refuseEncoding } from './mediaType';
export { parseNotices, type ParsedNotice, type ParsedNotices, type ReceivedCall } from './parse';
export { createMinuteCounter, type MinuteCounter } from './rate';
export { codeOf, Refused, REFUSALS, type Refusal, type RefusalCode } from './refusal';
export {
	acceptedBody,
	describeCall,
	finishedAnswer,
	lookAnswer,
	refusalAnswer,
	runningAnswer,
	testAnswer,
	type Answer,
	type FinishedRun,
} from './respond';
export { findSecretFault, type EndpointSecrets } from './secrets';
