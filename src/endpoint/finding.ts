/** Why a proof was not enough: for the log only, the caller hears the same in all cases. */
export type Cause =
	| 'basicMissing'
	| 'basicWrong'
	| 'tokenMissing'
	| 'tokenMalformed'
	| 'tokenAlgorithm'
	| 'tokenKey'
	| 'tokenSignature'
	| 'tokenExpired'
	| 'tokenClaim'
	| 'certificateMissing'
	| 'certificateProxy'
	| 'certificateDoubled'
	| 'certificateVerify'
	| 'certificateMalformed'
	| 'certificateUnknown'
	| 'certificateNotYetValid'
	| 'certificateExpired';

/** What one way of authentication has to say. `keysUnreadable`: nothing can be said now. */
export type Finding = 'accepted' | 'unconfigured' | 'keysUnreadable' | Cause;
