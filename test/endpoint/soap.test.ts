import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { LIMITS, parseNotices, type RefusalCode } from '../../src/endpoint';
import { soapAnswer } from '../../src/endpoint/soapAnswer';
import { MESSAGE_ID, NAMESPACES, soapNotice, type SketchedMessage } from '../support/soapNotice';
import { ENTITIES } from './call';

const SYSTEM = 'sap-successfactors';

function parse(body: string, contentType = 'text/xml', path = 'user') {
	return parseNotices(SYSTEM, {
		method: 'POST',
		path: `${ENTITIES}${path}`,
		contentType,
		body: Buffer.from(body),
	});
}

function accepted(body: string, contentType?: string) {
	const parsed = parse(body, contentType);
	if (parsed.status !== 'accepted') throw new Error(JSON.stringify(parsed));
	return parsed;
}

const users = (...ids: string[]) => ids.map((userId) => ({ keys: { userId } }));

describe('a notice of events', () => {
	test.each([...NAMESPACES])('row 84: namespace %s', (namespace) => {
		const { notices, message } = accepted(soapNotice({ namespace }));
		expect(notices).toEqual([
			{
				system: SYSTEM,
				systemId: 'prod-ias',
				entityType: 'user',
				entityId: '40017',
				idKind: 'number',
				kind: 'changed',
				test: false,
				event: {
					externalEventId: MESSAGE_ID,
					eventId: '0c1d2e3f',
					type: 'com.successfactors.Employment.AssignmentInformation.Termination',
					effective: 'current',
					effectiveStartDate: '2026-12-01',
					publishedAt: '1793700250000',
					repost: 'false',
					entity: 'EmpJob',
				},
			},
		]);
		expect(message).toEqual({ namespace, id: MESSAGE_ID });
	});

	test.each<[string, SketchedMessage]>([
		['ns3', { prefix: 'ns3' }],
		['another', { prefix: 'n-1.x' }],
		['none, a default namespace', { prefix: '' }],
		['that of the envelope in capitals', { prefix: 'SOAP' }],
		['underscore', { prefix: '_' }],
	])('A18: prefix %s', (_name, sketch) => {
		const { notices, message } = accepted(soapNotice(sketch));
		expect(notices).toMatchObject([{ entityId: '40017' }]);
		expect(message?.namespace).toBe(NAMESPACES[0]);
	});

	test('a namespace that is declared further out', () => {
		const body = `<e:Envelope xmlns:e="x" xmlns:q="urn:far.out"><e:Body><q:ExternalEvent><q:events>
			<q:event><entityKeys><entityKey><name>userId</name><value>1</value></entityKey></entityKeys></q:event>
			</q:events></q:ExternalEvent></e:Body></e:Envelope>`;
		expect(accepted(body).message).toEqual({ namespace: 'urn:far.out', id: '' });
	});

	test.each(['text/xml; charset=utf-8', 'application/xml', 'application/soap+xml;action="x"'])(
		'in %s',
		(contentType) => {
			expect(accepted(soapNotice(), contentType).notices).toHaveLength(1);
		},
	);

	test('row 85: two events are two notices, and a repeat within the message is one', () => {
		const events = [...users('40017', '40018'), { ...users('40017')[0], repost: true }];
		const { notices } = accepted(soapNotice({ events }));
		expect(notices.map(({ entityId }) => entityId)).toEqual(['40017', '40018']);
	});

	test('row 85: an event that is published again says so', () => {
		const { notices } = accepted(soapNotice({ events: [{ ...users('40017')[0], repost: true }] }));
		expect(notices[0]?.event).toMatchObject({ repost: 'true' });
	});

	test('row 87: a future event is reported now, with the day on which it holds', () => {
		const { notices } = accepted(soapNotice({ effective: 'future' }));
		expect(notices[0]).toMatchObject({
			kind: 'changed',
			event: { effective: 'future', effectiveStartDate: '2026-12-01' },
		});
	});

	test('row 104: two employments of one person are one notice about the person', () => {
		const PERSON = 'C3F1A0D5B7E94F1C8A6D2E4B90F7A311';
		const events = users('40017', '40018').map((event) => ({
			...event,
			params: { perPersonUuid: PERSON },
		}));
		expect(accepted(soapNotice({ events })).notices).toMatchObject([
			{ entityId: PERSON, idKind: 'guid32' },
		]);
	});

	test('A19: an event without anybody is left out, and named', () => {
		const events = [{ keys: { seqNumber: '1' } }, ...users('40017'), { keys: { userId: 'a/b' } }];
		expect(accepted(soapNotice({ events }))).toMatchObject({
			notices: [{ entityId: '40017' }],
			refused: [
				{ index: 0, code: 'noId' },
				{ index: 2, code: 'badId' },
			],
		});
	});

	test('older messages name the entity otherwise', () => {
		const { notices } = accepted(soapNotice({ entityElement: 'entity' }));
		expect(notices[0]?.event).toMatchObject({ entity: 'EmpJob' });
	});
});

describe('whom an event is about', () => {
	test.each<[string, Record<string, string>, object]>([
		['userId', { userId: '00801' }, { entityId: '00801', idKind: 'number' }],
		['perPersonUuid', { perPersonUuid: 'c3f1' }, { entityId: 'c3f1' }],
		['personIdExternal', { personIdExternal: 'E7' }, { entityId: 'E7', idKind: 'externalId' }],
		['assignmentId', { assignmentId: 'A7' }, { entityId: 'A7', idKind: 'other' }],
		['username', { username: 'mholm' }, { entityId: 'mholm', idKind: 'userName' }],
		['userId before the names', { username: 'mholm', userId: '1' }, { entityId: '1' }],
		['references', { userId: 'O&#39;Hara&amp;&lt;&#x41;' }, { entityId: "O'Hara&<A" }],
		['a reference once', { userId: '&amp;#39;' }, { entityId: '&#39;' }],
		['CDATA', { userId: '<![CDATA[a<b]]>' }, { entityId: 'a<b' }],
		['blanks around it', { userId: ' 7 ' }, { entityId: '7' }],
	])('%s', (_name, keys, notice) => {
		expect(accepted(soapNotice({ events: [{ keys }] })).notices).toMatchObject([notice]);
		expect(accepted(soapNotice({ events: [{ params: keys }] })).notices).toMatchObject([notice]);
	});

	test('keys go before parameters', () => {
		const events = [{ keys: { userId: 'k' }, params: { userId: 'p' } }];
		expect(accepted(soapNotice({ events })).notices).toMatchObject([{ entityId: 'k' }]);
	});
});

describe('what cannot be read is refused', () => {
	const whole = soapNotice();
	const inside = (text: string) => whole.replace('<soap:Body>', `<soap:Body>${text}`);
	const before = (text: string) => whole.replace('<soap:Envelope', `${text}<soap:Envelope`);
	const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "&l${n};&l${n};">`).join(
		'',
	);

	test.each<[string, string, RefusalCode]>([
		['row 86, A17: DOCTYPE', before('<!DOCTYPE x>'), 'xmlForbidden'],
		['row 86: doctype in small letters', before('<!doctype x>'), 'xmlForbidden'],
		[
			'row 86: external entity',
			before('<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1/">]>'),
			'xmlForbidden',
		],
		['A17: billion laughs', before(`<!DOCTYPE x [${laughs}]>`), 'xmlForbidden'],
		['row 86: external DTD', before('<!DOCTYPE x SYSTEM "file:///etc/passwd">'), 'xmlForbidden'],
		['row 86: ENTITY alone', inside('<!ENTITY e "x">'), 'xmlForbidden'],
		['A17: processing instruction', before('<?php x ?>'), 'xmlForbidden'],
		['A17: style sheet', before('<?xml-stylesheet href="x"?>'), 'xmlForbidden'],
		[
			'A17: 10,000 attributes',
			inside(`<x ${Array.from({ length: 10_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`),
			'notXml',
		],
		['A10: 10,001 elements', inside('<x/>'.repeat(10_001)), 'notXml'],
		['A9: 100 levels', inside('<x>'.repeat(100) + '</x>'.repeat(100)), 'notXml'],
		['A9: 9,000 levels', inside('<x>'.repeat(4_500) + '</x>'.repeat(4_500)), 'notXml'],
		['A11: prototype', inside('<__proto__>1</__proto__>'), 'notXml'],
		['A11: constructor', inside('<constructor>1</constructor>'), 'notXml'],
		['row 88: cut', whole.slice(0, 600), 'notXml'],
		['row 88: crossed tags', whole.replace('</ns3:events>', '</ns3:event>'), 'notXml'],
		['row 88: two roots', `${whole}<x/>`, 'notXml'],
		['row 88: JSON', '{"id":"u1"}', 'notXml'],
		['row 88: a word', 'u1', 'notXml'],
		['A14: another encoding', whole.replace('UTF-8', 'ISO-8859-1'), 'notUtf8'],
		['row 88: another envelope', '<Envelope><Body><Event/></Body></Envelope>', 'notEvents'],
		[
			'row 88: no envelope',
			'<ExternalEvent><events><event/></events></ExternalEvent>',
			'notEvents',
		],
		['no events', whole.replace(/<ns3:events>.*<\/ns3:events>/, ''), 'notEvents'],
		['nobody', soapNotice({ events: [{}] }), 'noId'],
		['A13: control characters', soapNotice({ events: users('a&#10;b') }), 'badId'],
		['A17: an entity nobody has declared', soapNotice({ events: users('&nobody;') }), 'notXml'],
		['A17: half a reference', soapNotice({ events: users('a&b') }), 'notXml'],
		['A17: an entity of HTML', soapNotice({ events: users('&eacute;') }), 'notXml'],
		['A13: a sign that XML forbids', soapNotice({ events: users('a&#7;b') }), 'notXml'],
		['A13: the same, hexadecimal', soapNotice({ events: users('a&#x0B;b') }), 'notXml'],
	])('%s', (_name, body, code) => {
		expect(parse(body)).toEqual({ status: 'refused', notices: [], code });
	});

	test('events are about users: at the address of groups they are refused', () => {
		expect(parse(soapNotice(), 'text/xml', 'group')).toMatchObject({ code: 'wrongEntity' });
	});

	test('row 8: 1,001 events', () => {
		const ids = Array.from({ length: LIMITS.entries + 1 }, (_, position) => `<x>${position}</x>`);
		const events = ids.map(() => '<event/>').join('');
		const body = `<Envelope><Body><ExternalEvent><events>${events}</events></ExternalEvent></Body></Envelope>`;
		expect(parse(body)).toMatchObject({ code: 'tooManyEntities' });
	});

	test('an empty body only tries the connection', () => {
		expect(parse(' \n')).toEqual({ status: 'test', notices: [] });
	});

	test('A11: nothing reached the prototype of all objects', () => {
		expect(Object.keys(Object.prototype)).toEqual([]);
	});

	test('L19: a message cut anywhere or with a byte changed is refused or still about one user', () => {
		const bytes = Buffer.from(whole);
		fc.assert(
			fc.property(fc.nat(bytes.length - 1), fc.nat(255), (position, byte) => {
				const changed = Buffer.from(bytes);
				changed[position] = byte;
				for (const body of [changed, bytes.subarray(0, position)]) {
					const call = { method: 'POST', path: `${ENTITIES}user`, contentType: 'text/xml', body };
					const parsed = parseNotices(SYSTEM, call);
					expect(parsed.notices.length).toBeLessThanOrEqual(1);
					expect(parsed).not.toHaveProperty('code', 'fault');
				}
			}),
			{ numRuns: 500 },
		);
	});
});

describe('the answer in SOAP', () => {
	const at = '2026-11-25T08:00:00.000Z';
	const headers = { 'Content-Type': 'application/json' };
	const read = (text = '') => {
		expect(XMLValidator.validate(text)).toBe(true);
		return new XMLParser({ ignoreAttributes: false, parseTagValue: false }).parse(text);
	};

	test.each([...NAMESPACES])('row 84: acknowledges in %s', (namespace) => {
		const message = { namespace, id: MESSAGE_ID };
		const answer = { status: 202, headers, body: { id: '40017', status: 'ACCEPTED' } };
		const sent = soapAnswer(answer, { message, status: '0', at });
		expect(sent).toMatchObject({
			status: 200,
			headers: { 'Content-Type': 'text/xml; charset=utf-8' },
		});
		expect(read(sent.text)['S:Envelope']['S:Body']).toEqual({
			'n:ExternalEventResponse': {
				'@_xmlns:n': namespace,
				'n:responsePayload': {
					'n:entityId': MESSAGE_ID,
					'n:status': '0',
					'n:statusDate': at,
					'n:statusDetails': 'Success',
				},
			},
		});
	});

	test('the chosen status, without a namespace when the message has none', () => {
		const answer = { status: 202, headers, body: {} };
		const { text } = soapAnswer(answer, { message: { id: 'm1' }, status: '200', at });
		expect(read(text)['S:Envelope']['S:Body'].ExternalEventResponse.responsePayload).toMatchObject({
			entityId: 'm1',
			status: '200',
		});
	});

	test('A19: names what was left out', () => {
		const refused = [{ index: 1, detail: 'The id is not valid.' }];
		const answer = { status: 202, headers, body: { ids: ['a'], refused } };
		const { text } = soapAnswer(answer, { status: '0', at });
		expect(text).toContain('Event 2 was left out: The id is not valid.');
	});

	test('what the message says cannot break out of its element', () => {
		const message = { namespace: 'urn:"><x/>', id: '</x>&"' };
		const { text } = soapAnswer({ status: 200, headers }, { message, status: '0', at });
		const response = read(text)['S:Envelope']['S:Body']['n:ExternalEventResponse'];
		expect(response['@_xmlns:n']).toBe('urn:"><x/>');
		expect(response['n:responsePayload']['n:entityId']).toBe('</x>&"');
	});

	test.each([
		[400, 'S:Client'],
		[422, 'S:Client'],
		[503, 'S:Server'],
	])('row 88: %p becomes a fault of %s', (status, code) => {
		const answer = { status, headers: { 'Retry-After': '30' }, body: { detail: 'a < b' } };
		const sent = soapAnswer(answer, { status: '0', at });
		expect(sent).toMatchObject({
			status,
			headers: { 'Retry-After': '30', 'Content-Type': 'text/xml; charset=utf-8' },
		});
		expect(read(sent.text)['S:Envelope']['S:Body']['S:Fault']).toEqual({
			faultcode: code,
			faultstring: 'a < b',
		});
	});
});
