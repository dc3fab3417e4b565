import { ProvisioningError, type ErrorDetails } from '../../src/model/errors';

type Words = Pick<ErrorDetails, 'code' | 'hint'> & { readonly happened: string };

const UNREACHABLE: Words = {
	code: 'connection.refused',
	happened: 'could not be reached',
	hint: 'Check the address in the credential, and that n8n may open connections to it.',
};

const UNTRUSTED: Words = {
	code: 'connection.refused',
	happened: 'has a certificate that n8n does not trust',
	hint: 'Renew the certificate there, or add its authority to n8n (NODE_EXTRA_CA_CERTS).',
};

const LATE: Words = {
	code: 'connection.timeout',
	happened: 'did not answer in time',
	hint: 'Run the item again: what was sent may have been applied, that is looked up first.',
};

const CANCELLED: Words = {
	code: 'connection.cancelled',
	happened: 'was not waited for, because the execution was cancelled',
	hint: 'Run the item again: what was not done will be done then.',
};

const BROKEN: Words = {
	code: 'connection.broken',
	happened: 'closed the connection before its answer was complete',
	hint: 'Run the item again: what was sent may have been applied, that is looked up first.',
};

const CODES: ReadonlyMap<string, Words> = new Map([
	...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].map(
		(code) => [code, UNREACHABLE] as const,
	),
	...['ETIMEDOUT', 'ECONNABORTED'].map((code) => [code, LATE] as const),
	...['ECONNRESET', 'EPIPE', 'EPROTO', 'ERR_BAD_RESPONSE', 'ERR_STREAM_PREMATURE_CLOSE'].map(
		(code) => [code, BROKEN] as const,
	),
	['ERR_CANCELED', CANCELLED],
]);

/** What a broken connection means; of the original, which holds the whole request, only its code is used. */
export function connectionError(code: string, host: string): ProvisioningError {
	const words = CODES.get(code) ?? (/CERT|SELF_SIGNED|UNABLE_TO_/.test(code) ? UNTRUSTED : BROKEN);
	return new ProvisioningError({
		code: words.code,
		message: `${host} ${words.happened}`,
		hint: words.hint,
		retryable: true,
	});
}
