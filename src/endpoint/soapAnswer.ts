import { member } from '../model/json';
import type { Answer } from './respond';
import type { EventMessage } from './soap';

/** How a notice of events is acknowledged; receivers in the field use either status. */
export interface Acknowledgement {
	readonly message?: EventMessage;
	readonly status: '0' | '200';
	/** ISO 8601, UTC. */
	readonly at: string;
}

const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';
const HEADERS = { 'Content-Type': 'text/xml; charset=utf-8' };
const SIGNS: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
};

function escapeXml(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}

function envelope(body: string): string {
	return `<S:Envelope xmlns:S="${ENVELOPE}"><S:Body>${body}</S:Body></S:Envelope>`;
}

/** SOAP 1.1, section 4.4. */
function fault({ status, headers, body }: Answer): Answer {
	const detail = String(member(body, 'detail') ?? 'The call could not be taken.');
	const code = status < 500 ? 'S:Client' : 'S:Server';
	const text = `<S:Fault><faultcode>${code}</faultcode><faultstring>${escapeXml(detail)}</faultstring></S:Fault>`;
	return { status, headers: { ...headers, ...HEADERS }, text: envelope(text) };
}

function detailsOf({ body }: Answer): string {
	const refused = member(body, 'refused');
	if (!Array.isArray(refused)) return 'Success';
	const left = refused.map((one) => {
		const position = Number(member(one, 'index')) + 1;
		return `Event ${position} was left out: ${String(member(one, 'detail'))}`;
	});
	return left.join(' ');
}

/** The same answer in the words of SOAP: acknowledged in the namespace of the message, or a fault. */
export function soapAnswer(answer: Answer, { message, status, at }: Acknowledgement): Answer {
	if (answer.status >= 400) return fault(answer);
	const { namespace, id = '' } = message ?? {};
	const prefix = namespace === undefined ? '' : 'n:';
	const declaration = namespace === undefined ? '' : ` xmlns:n="${escapeXml(namespace)}"`;
	const fields = { entityId: id, status, statusDate: at, statusDetails: detailsOf(answer) };
	const payload = Object.entries(fields)
		.map(([name, value]) => `<${prefix}${name}>${escapeXml(value)}</${prefix}${name}>`)
		.join('');
	const text = `<${prefix}ExternalEventResponse${declaration}><${prefix}responsePayload>${payload}</${prefix}responsePayload></${prefix}ExternalEventResponse>`;
	return { status: 200, headers: HEADERS, text: envelope(text) };
}
