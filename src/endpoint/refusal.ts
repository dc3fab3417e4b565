/** `scimType` as in RFC 7644, section 3.12. */
export interface Refusal {
	readonly status: number;
	readonly detail: string;
	readonly scimType?: 'invalidSyntax' | 'invalidValue';
	/** Seconds. */
	readonly retryAfter?: number;
	/** The rest of the request is not read, so the connection cannot be used again. */
	readonly close?: true;
}

/**
 * Everything that the endpoint says no to. The texts are fixed: none repeats a part of the call, and
 * all causes of a 401 share one, so a guess teaches nothing.
 */
export const REFUSALS = {
	unauthorized: { status: 401, detail: 'Authentication failed.' },
	guessing: { status: 429, detail: 'Too many failed attempts.', retryAfter: 60 },
	unconfigured: { status: 503, detail: 'The endpoint is not ready.', retryAfter: 300 },
	keysUnreadable: { status: 503, detail: 'The endpoint is not ready.', retryAfter: 30 },
	tooManyCalls: { status: 429, detail: 'Rate limit exceeded.', retryAfter: 60 },
	credentialUnreadable: { status: 503, detail: 'The endpoint is not ready.', retryAfter: 300 },
	fault: { status: 503, detail: 'The call could not be taken.', retryAfter: 30 },
	overload: { status: 503, detail: 'Too many calls are waiting for their result.', retryAfter: 30 },
	unknownPath: { status: 404, detail: 'Not found.' },
	groupsUnknown: {
		status: 403,
		detail: 'This application has no groups: only users are accepted.',
	},
	entityTypeOff: { status: 403, detail: 'This entity type is not accepted here.' },
	kindOff: { status: 403, detail: 'This kind of change is not accepted here.' },
	unknownEntityType: {
		status: 400,
		scimType: 'invalidValue',
		detail: 'The entity type is not known.',
	},
	mediaType: { status: 415, detail: 'The media type is not supported.', close: true },
	charset: { status: 415, detail: 'Only UTF-8 is supported.', close: true },
	encoding: { status: 415, detail: 'Content encodings are not supported.', close: true },
	bodyTooLarge: { status: 413, detail: 'The body is too large.', close: true },
	bodyTooSlow: { status: 408, detail: 'The body did not arrive in time.', close: true },
	tooManyValues: { status: 413, detail: 'The document holds too many values.' },
	tooManyEntities: { status: 413, detail: 'The call names too many entities.' },
	textTooLong: { status: 413, detail: 'A text in the document is too long.' },
	notUtf8: { status: 400, scimType: 'invalidSyntax', detail: 'The body is not UTF-8.' },
	notJson: { status: 400, scimType: 'invalidSyntax', detail: 'The body is not JSON.' },
	notXml: { status: 400, scimType: 'invalidSyntax', detail: 'The body is not XML.' },
	xmlForbidden: {
		status: 400,
		scimType: 'invalidSyntax',
		detail: 'The document holds a declaration or an instruction.',
	},
	notEvents: {
		status: 400,
		scimType: 'invalidSyntax',
		detail: 'The message is not a notice of events.',
	},
	notOneToken: { status: 400, scimType: 'invalidSyntax', detail: 'The text is not one id.' },
	tooDeep: { status: 400, scimType: 'invalidSyntax', detail: 'The document is nested too deeply.' },
	duplicateKey: { status: 400, scimType: 'invalidSyntax', detail: 'A name occurs twice.' },
	prototypeKey: { status: 400, scimType: 'invalidSyntax', detail: 'A name is not allowed.' },
	noId: { status: 400, scimType: 'invalidValue', detail: 'No id was found.' },
	badId: { status: 400, scimType: 'invalidValue', detail: 'The id is not valid.' },
	idMismatch: { status: 400, scimType: 'invalidValue', detail: 'Two different ids were found.' },
	oneEntity: { status: 400, scimType: 'invalidValue', detail: 'Here a call is about one entity.' },
	wrongEntity: {
		status: 400,
		scimType: 'invalidValue',
		detail: 'The entity is not of the type of the address.',
	},
	contradiction: {
		status: 400,
		scimType: 'invalidValue',
		detail: 'Method and operation contradict each other.',
	},
} as const satisfies Readonly<Record<string, Refusal>>;

export type RefusalCode = keyof typeof REFUSALS;

/** Ends the examination of a call; never leaves the endpoint. */
export class Refused extends Error {
	constructor(readonly code: RefusalCode) {
		super(REFUSALS[code].detail);
		this.name = 'Refused';
	}
}

/** Whatever else goes wrong is our own fault, and never a way in. */
export function codeOf(error: unknown): RefusalCode {
	return error instanceof Refused ? error.code : 'fault';
}
