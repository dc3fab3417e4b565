// What a stranger can put into the header of a certificate, or make a proxy put there: 15 attacks, each on every
// form in which a proxy hands a certificate on.
import { createPrivateKey } from 'node:crypto';
import type { EndpointSecrets } from '../../src/endpoint';
import {
	makeCertificate,
	type CertificateOptions,
	type MadeCertificate,
} from '../support/certificate';
import { verifyHeaders, type Header, type ProxyForm } from './proxies';

export interface Cast {
	/** Pinned, and in date. */
	readonly honest: MadeCertificate;
	readonly sameSubject: MadeCertificate;
	readonly otherAuthority: MadeCertificate;
	/** Expired. */
	readonly past: MadeCertificate;
	readonly issuer: NonNullable<CertificateOptions['issuer']>;
}

const DAY = 86_400_000;

export function makeCast(now: number): Cast {
	const seconds = Math.floor(now / 1_000) * 1_000;
	const inDate = { from: seconds - DAY, until: seconds + 90 * DAY };
	const issuer = {
		name: 'authority',
		key: createPrivateKey(makeCertificate({ name: 'authority' }).key),
	};
	return {
		issuer,
		honest: makeCertificate({ issuer, ...inDate }),
		sameSubject: makeCertificate({ issuer, ...inDate }),
		otherAuthority: makeCertificate(inDate),
		past: makeCertificate({ issuer, from: seconds - 9 * DAY, until: seconds - DAY }),
	};
}

export interface AttackCall {
	readonly headers: readonly Header[];
	/** `stranger`: not from the address of the proxy. */
	readonly from?: 'stranger';
	readonly secrets?: Partial<EndpointSecrets>;
}

/** Refused must be because of the attack, not of a slip in the test: `cause` is what the log says. */
export interface Attack {
	readonly name: string;
	readonly cause: string;
	make(form: ProxyForm): AttackCall;
}

const verifyOf = ({ verify }: ProxyForm) => verify?.[0] ?? 'X-Client-Verify';

export const shownBy = (form: ProxyForm, value: string): readonly Header[] => [
	[form.header, value],
	...verifyHeaders(form),
];

export function attacksWith({
	honest,
	sameSubject,
	otherAuthority,
	past,
}: Cast): readonly Attack[] {
	const shown = (form: ProxyForm, value = form.encode(honest)) => shownBy(form, value);
	return [
		{
			name: 'B9, row 36: set by a stranger who is no proxy',
			cause: 'certificateProxy',
			make: (form) => ({ headers: shown(form), from: 'stranger' }),
		},
		{
			name: 'B11: the header twice',
			cause: 'certificateDoubled',
			make: (form) => ({ headers: [...shown(form), [form.header.toUpperCase(), 'x']] }),
		},
		{
			name: 'B11: underscores for hyphens in its name',
			cause: 'certificateMissing',
			make: (form) => ({
				headers: [[form.header.replaceAll('-', '_'), form.encode(honest)], ...verifyHeaders(form)],
			}),
		},
		{
			name: 'B10: the verify header taken away by Connection',
			cause: 'certificateVerify',
			make: (form) => ({
				headers: [
					['Connection', verifyOf(form)],
					[form.header, form.encode(honest)],
				],
				secrets: { verifyHeader: verifyOf(form) },
			}),
		},
		{
			name: 'B13, row 37: expired',
			cause: 'certificateExpired',
			make: (form) => ({
				headers: shown(form, form.encode(past)),
				secrets: { certificates: honest.pem + past.pem },
			}),
		},
		{
			name: 'B12: of another authority',
			cause: 'certificateUnknown',
			make: (form) => ({ headers: shown(form, form.encode(otherAuthority)) }),
		},
		{
			name: 'B12, row 39: the same name and authority, another key',
			cause: 'certificateUnknown',
			make: (form) => ({ headers: shown(form, form.encode(sameSubject)) }),
		},
		{
			name: 'empty',
			cause: 'certificateMissing',
			make: (form) => ({ headers: shown(form, '') }),
		},
		{
			name: 'cut',
			cause: 'certificateMalformed',
			make: (form) => ({ headers: shown(form, form.encode(honest).slice(0, 301)) }),
		},
		{
			name: '64 kB',
			cause: 'certificateMalformed',
			make: (form) => ({ headers: shown(form, form.encode(honest).padEnd(65_536, 'A')) }),
		},
		{
			name: 'CR and LF behind it',
			cause: 'certificateMalformed',
			make: (form) => ({
				headers: shown(form, `${form.encode(honest)}\r\nX-Client-Verify: SUCCESS`),
			}),
		},
		{
			name: 'no header configured',
			cause: 'certificateMissing',
			make: (form) => ({ headers: shown(form), secrets: { certificateHeader: '' } }),
		},
		{
			name: 'the verify header says NONE',
			cause: 'certificateVerify',
			make: (form) => ({
				headers: [
					[form.header, form.encode(honest)],
					[verifyOf(form), 'NONE'],
				],
				secrets: { verifyHeader: verifyOf(form) },
			}),
		},
		{
			name: 'in another encoding: base64 of base64',
			cause: 'certificateUnknown',
			make: (form) => ({
				headers: shown(form, Buffer.from(honest.der.toString('base64')).toString('base64')),
			}),
		},
		{
			name: 'two certificates in one value',
			cause: 'certificateMalformed',
			make: (form) => ({
				headers: shown(form, `${form.encode(honest)},${form.encode(otherAuthority)}`),
			}),
		},
	];
}
