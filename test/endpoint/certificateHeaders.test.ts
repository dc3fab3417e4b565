// 12 forms of proxies, 15 attacks on each: what a stranger can put into a header, or make a proxy put there.
import { authenticate, LIMITS } from '../../src/endpoint';
import { makeCertificate } from '../support/certificate';
import { attacksWith, makeCast, shownBy, type AttackCall } from './certificateAttacks';
import { PROXY, PROXY_FORMS, secretsBehind, type ProxyForm } from './proxies';
import { CIRCUMSTANCES, NOW } from './secrets';

const cast = makeCast(NOW);
const { honest, otherAuthority, past, issuer } = cast;
const ATTACKS = attacksWith(cast);

async function verdictOf(form: ProxyForm, { headers, from, secrets }: AttackCall) {
	const remoteAddress = from === 'stranger' ? '203.0.113.7' : PROXY;
	const caller = { rawHeaders: headers.flat(), remoteAddress };
	const configured = { ...secretsBehind(form, honest), ...secrets };
	return await authenticate(caller, configured, CIRCUMSTANCES);
}

const shown = (form: ProxyForm, value = form.encode(honest)) => shownBy(form, value);

test('the table has 180 cells', () => {
	expect(PROXY_FORMS.length * ATTACKS.length).toBe(180);
});

describe.each(PROXY_FORMS)('$name', (form) => {
	test('row 35: the honest certificate is accepted', async () => {
		expect(await verdictOf(form, { headers: shown(form) })).toEqual({ status: 'accepted' });
	});

	test.each(ATTACKS)('refused: $name', async ({ make, cause }) => {
		const verdict = await verdictOf(form, make(form));
		// A value may be found wrong at several places, but for its content never by accident.
		expect(verdict).toEqual({ status: 'refused', causes: [cause] });
	});

	test('B11: two certificates, the other one first', async () => {
		const value = `${form.encode(otherAuthority)}, ${form.encode(honest)}`;
		const verdict = await verdictOf(form, { headers: shown(form, value) });
		expect(verdict.status).toBe('refused');
	});
});

const [nginx] = PROXY_FORMS;
if (nginx === undefined) throw new Error('There is no form of a proxy.');

describe('what else a verify header may hold', () => {
	const withVerify = (...values: readonly string[]): AttackCall => ({
		headers: [
			['X-Client-Cert', nginx.encode(honest)],
			...values.map((value) => ['X-Client-Verify', value] as const),
		],
	});

	test.each(['SUCCESS', '0', 'true'])('%s is success', async (word) => {
		expect((await verdictOf(nginx, withVerify(word))).status).toBe('accepted');
	});

	test.each([
		['nothing', []],
		['empty', ['']],
		['failed', ['FAILED:unable to verify the first certificate']],
		['error of HAProxy', ['20']],
		['false', ['false']],
		['another case', ['success']],
		['success and more', ['SUCCESS, NONE']],
		['success twice', ['SUCCESS', 'SUCCESS']],
	])('%s is none', async (_name, values) => {
		expect(await verdictOf(nginx, withVerify(...values))).toMatchObject({
			causes: ['certificateVerify'],
		});
	});
});

describe('the value', () => {
	const accepted = async (value: string) =>
		(await verdictOf(nginx, { headers: shown(nginx, value) })).status === 'accepted';
	const base64 = honest.der.toString('base64');

	test.each([
		['PEM with blanks for line ends', honest.pem.replace(/\n/g, ' ')],
		['PEM with CR and LF', encodeURIComponent(honest.pem.replace(/\n/g, '\r\n'))],
		['base64, URL-encoded', encodeURIComponent(base64)],
		['Envoy without quotes', `Cert=${encodeURIComponent(honest.pem)}`],
	])('may be %s', async (_name, value) => {
		expect(await accepted(value)).toBe(true);
	});

	test.each([
		['PEM of another label', honest.pem.replace(/CERTIFICATE/g, 'PUBLIC KEY')],
		['text before PEM', `x ${honest.pem}`],
		['two PEM blocks', encodeURIComponent(honest.pem + honest.pem)],
		['encoded twice', encodeURIComponent(encodeURIComponent(honest.pem))],
		['a wrong escape', `${encodeURIComponent(honest.pem)}%zz`],
		['one colon', `:${base64}`],
		['DER and more', Buffer.concat([honest.der, Buffer.from([0])]).toString('base64')],
		['an Envoy chain only', `Chain="${encodeURIComponent(honest.pem)}"`],
		['two Cert of Envoy', `Cert="${base64}";Cert="${base64}"`],
		['two hops of Envoy', `Cert="${base64}",Cert="${base64}"`],
		['an open quote', `Cert="${base64}`],
		['Cert inside the subject', `Subject="x;Cert=${base64}"`],
		['many open quotes', `Subject=${'"\\'.repeat(8_000)}`],
	])('must not be %s', async (_name, value) => {
		expect(await accepted(value)).toBe(false);
	});

	test('may have as many characters as the cap says, and not one more', async () => {
		const room = LIMITS.certificateLength - base64.length;
		const padded = (blanks: number) => `${base64}${' '.repeat(blanks)}`;
		expect(await accepted(padded(room))).toBe(true);
		expect(await accepted(padded(room + 1))).toBe(false);
	});
});

test('B11: a header that Node has dropped among 2,500 is no proof', async () => {
	const many = Array.from({ length: 2_500 }, (_, at) => [`x-${at}`, '1'] as const);
	const verdict = await verdictOf(nginx, { headers: many });
	expect(verdict).toEqual({ status: 'refused', causes: ['certificateMissing'] });
});

describe('row 38, B14: two certificates while one is renewed', () => {
	const next = makeCertificate({ issuer, until: NOW + 86_400_000 });

	test.each([
		['on lines of their own', `${honest.pem}\n${next.pem}`],
		['pasted on one line', `${honest.pem}${next.pem}`.replace(/\n/g, ' ')],
		['with written line ends', `${honest.pem}${next.pem}`.replace(/\n/g, '\\n')],
	])('%s', async (_name, certificates) => {
		for (const certificate of [honest, next]) {
			const headers = shown(nginx, nginx.encode(certificate));
			expect((await verdictOf(nginx, { headers, secrets: { certificates } })).status).toBe(
				'accepted',
			);
		}
		const headers = shown(nginx, nginx.encode(past));
		expect((await verdictOf(nginx, { headers, secrets: { certificates } })).status).toBe('refused');
	});
});
