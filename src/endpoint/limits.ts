/** Every cap of the endpoint. Sizes in bytes or UTF-16 units, times in milliseconds. */
export const LIMITS = {
	bodyBytes: 1024 * 1024,
	/** Levels of objects and lists in a document. */
	depth: 32,
	/** Values in a document, however deep. */
	nodes: 10_000,
	stringLength: 64 * 1024,
	idLength: 256,
	/** Entities in one call. */
	entries: 1_000,
	authorizationLength: 8 * 1024,
	/** Of a header that carries a client certificate. */
	certificateLength: 16 * 1024,
	/** Client certificates in one credential. */
	pins: 20,
	tokenRequestBytes: 8 * 1024,
	/** Document with the public keys of a tenant. */
	keySetLength: 256 * 1024,
	/** Tenants whose keys are kept. */
	keySets: 100,
	/** Triggers whose calls are counted. */
	countedTriggers: 1_000,
	/** How long a body may take to arrive. */
	readingMs: 10_000,
	failuresPerMinute: 20,
	/** Addresses whose failures are counted; the oldest makes room. */
	addresses: 10_000,
	/** Lines in the log per cause. */
	logLinesPerMinute: 10,
	/** How long the entities of a call may take to be read back before it is answered without them. */
	readingBackMs: 10_000,
	/** Callers that may wait for the end of their run, in this process. */
	openAnswers: 200,
	/** How long they wait before they hear that it is still running. */
	waitingMs: 30_000,
} as const;
