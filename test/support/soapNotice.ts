// The SOAP message with which SAP SuccessFactors reports events of the people in it.

export const NAMESPACES = [
	'http://notification.event.successfactors.com',
	'com.successfactors.event.notification',
] as const;

export interface SketchedEvent {
	readonly eventId?: string;
	/** In the order in which the message names them. */
	readonly keys?: Readonly<Record<string, string>>;
	readonly params?: Readonly<Record<string, string>>;
	readonly effectiveStartDate?: string;
	readonly repost?: boolean;
}

export interface SketchedMessage {
	readonly events?: readonly SketchedEvent[];
	readonly namespace?: string;
	/** Of the elements of the notice; empty for a default namespace. */
	readonly prefix?: string;
	readonly id?: string;
	readonly type?: string;
	readonly effective?: 'past' | 'current' | 'future';
	/** Name of the element that says which entity it was; older messages use another. */
	readonly entityElement?: 'entityType' | 'entity';
}

export const MESSAGE_ID = '6f0a2f6e-5b1e-4f0a-9d7e-2f0c1b3a4d55';
export const USER_EVENT: SketchedEvent = { keys: { seqNumber: '1', userId: '40017' } };

function pairs(each: string, values: Readonly<Record<string, string>>): string {
	// Names and values stand in no namespace.
	const one = ([name, value]: [string, string]) =>
		`<${each}><name>${name}</name><value>${value}</value></${each}>`;
	return Object.entries(values).map(one).join('');
}

/** A message as its sender writes it; values are put in as they are. */
export function soapNotice(message: SketchedMessage = {}): string {
	const { events = [USER_EVENT], namespace = NAMESPACES[0], prefix = 'ns3' } = message;
	const { id = MESSAGE_ID, effective = 'current', entityElement = 'entityType' } = message;
	const type = message.type ?? 'com.successfactors.Employment.AssignmentInformation.Termination';
	const p = prefix === '' ? '' : `${prefix}:`;
	const declaration = prefix === '' ? `xmlns="${namespace}"` : `xmlns:${prefix}="${namespace}"`;
	const tag = (name: string, text: string) => `<${p}${name}>${text}</${p}${name}>`;

	const eventOf = ({ eventId = '0c1d2e3f', keys = {}, params = {}, ...more }: SketchedEvent) =>
		tag(
			'event',
			[
				tag('eventId', eventId),
				tag(entityElement, 'EmpJob'),
				tag('effectiveStartDate', more.effectiveStartDate ?? '2026-12-01'),
				tag('publishedAt', '1793700250000'),
				tag('publishedBy', 'sfadmin'),
				tag('repost', String(more.repost ?? false)),
				tag('entityKeys', pairs(`${p}entityKey`, keys)),
				tag('params', pairs(`${p}param`, params)),
			].join(''),
		);
	const meta = [
		tag('externalEventId', id),
		tag('type', type),
		tag('publishedAt', '1793700251000'),
		tag('publishedBy', 'sfadmin'),
		tag('effective', effective),
		tag('repost', 'false'),
	].join('');
	const notice = tag('externalEventMeta', meta) + tag('events', events.map(eventOf).join(''));
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>',
		`<${p}ExternalEvent ${declaration}>${notice}</${p}ExternalEvent>`,
		'</soap:Body></soap:Envelope>',
	].join('\n');
}
