import { ProvisioningError, type ErrorDetails } from '../model/errors';

interface Words extends Pick<ErrorDetails, 'code' | 'hint'> {
	readonly happened: string;
}

const NOT_KNOWN = 'what was sent may or may not have been applied, that is looked up first.';

function unreachable(setting: string): Words {
	return {
		code: 'connection.refused',
		happened: 'could not be reached',
		hint: `Check '${setting}' in the credential, and that this machine may open connections to it.`,
	};
}

function otherHost(setting: string): Words {
	return {
		code: 'connection.untrusted',
		happened: 'has a certificate for another host name',
		hint: `Check '${setting}' in the credential: enter the host name that the certificate is for.`,
	};
}

function notEncrypted(setting: string): Words {
	return {
		code: 'connection.untrusted',
		happened: 'does not speak TLS at this port',
		hint: `Check '${setting}' in the credential: its port may be that of another service.`,
	};
}

const EXPIRED: Words = {
	code: 'connection.untrusted',
	happened: 'has a certificate that is not valid today',
	hint: 'Have the certificate renewed there, and check the clock of this machine.',
};

function untrusted(setting: string): Words {
	return {
		code: 'connection.untrusted',
		happened: 'has a certificate of an authority that is not trusted here',
		hint: `Check '${setting}' in the credential. If it is right, add the authority to this machine (NODE_EXTRA_CA_CERTS).`,
	};
}

const CERTIFICATE_REFUSED: Words = {
	code: 'access.unauthorized',
	happened: 'does not accept the client certificate, or got none',
	hint: "Check 'Authentication' and 'Certificate' in the credential: it may have expired, or not be registered there.",
};

const LATE: Words = {
	code: 'connection.timeout',
	happened: 'did not answer in time',
	hint: `Run the item again: ${NOT_KNOWN}`,
};

const CANCELLED: Words = {
	code: 'connection.cancelled',
	happened: 'was not waited for, because the run was cancelled',
	hint: 'Run the item again: what was not done will be done then.',
};

const BROKEN: Words = {
	code: 'connection.broken',
	happened: 'closed the connection before its answer was complete',
	hint: `Run the item again: ${NOT_KNOWN} If it stays, check 'Certificate' in the credential, where there is one.`,
};

/** Codes of Node and OpenSSL, most telling first. */
const CODES: readonly (readonly [RegExp, (setting: string) => Words])[] = [
	[/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/, unreachable],
	[/^(ETIMEDOUT|ECONNABORTED)$/, () => LATE],
	[/^ERR_CANCELED$/, () => CANCELLED],
	[/^ERR_TLS_CERT_ALTNAME_INVALID$/, otherHost],
	[/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/, () => EXPIRED],
	[
		/ALERT_(\w*CERTIFICATE\w*|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE)$/,
		() => CERTIFICATE_REFUSED,
	],
	[/WRONG_VERSION_NUMBER$|PACKET_LENGTH_TOO_LONG$|^EPROTO$/, notEncrypted],
	[/CERT|SELF_SIGNED|UNABLE_TO_/, untrusted],
];

/**
 * What a connection means that gave no answer. The original error holds the request with its credentials, so
 * nothing of it but its code is used.
 *
 * @param code of Node, OpenSSL or axios, such as `ECONNREFUSED`; empty when there is none
 * @param host for the message
 * @param setting that holds the address
 */
export function connectionError(
	code: string,
	host: string,
	setting = 'Base URL',
): ProvisioningError {
	const words = CODES.find(([pattern]) => pattern.test(code))?.[1](setting) ?? BROKEN;
	return new ProvisioningError({
		code: words.code,
		message: `${host} ${words.happened}`,
		hint: words.hint,
		retryable: true,
	});
}

/** The code of an error and of those that it wraps, outermost first; empty when there is none. */
export function codeOf(error: unknown): string {
	for (let inner = error, depth = 0; isErrorLike(inner) && depth < 4; depth++) {
		const { code } = inner;
		if (typeof code === 'string' && code !== '') return code;
		inner = inner.cause;
	}
	return '';
}

/** Errors of other realms are no instances of `Error`. */
function isErrorLike(value: unknown): value is { code?: unknown; cause?: unknown } {
	return typeof value === 'object' && value !== null;
}
