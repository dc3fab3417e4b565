/** A request below the base URL of a connection; base URL and authentication live behind the port. */
export interface HttpRequest {
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Starts with `/`; every segment and query value is already encoded. */
	readonly path: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
	/** Milliseconds until the whole answer must be there; 30,000 unless told. */
	readonly timeout?: number;
	readonly signal?: AbortSignal;
}

export interface HttpResponse {
	readonly status: number;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** A status is an answer, not an exception: only a broken connection throws. Redirects are not followed. */
export interface Http {
	/** Where requests go, if known: a link in an answer is only followed when it stays there. */
	readonly baseUrl?: string;
	send(request: HttpRequest): Promise<HttpResponse>;
}

export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/** Rejects at once when the signal is aborted. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
