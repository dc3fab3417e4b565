import type { Http, HttpRequest, HttpResponse } from '../model/ports';

const HEADER = 'x-csrf-token';

/** What a GET has handed out: token and cookies are only good together. */
interface Pass {
	readonly headers: Readonly<Record<string, string>>;
}

/** Either the pass, or the answer of a server that gives none. */
type Fetched = Pass | { readonly refused: HttpResponse };

/**
 * Requests that write carry a token against cross-site request forgery. It is fetched once for all of them,
 * and once more when the server says that it is no longer good: 403 with `x-csrf-token: Required`.
 *
 * @param path read with `x-csrf-token: Fetch`
 */
export function withCsrf(http: Http, path: string): Http {
	let current: Promise<Fetched> | undefined;

	/** Whoever finds the same pass stale waits for the same new one. */
	function passInsteadOf(stale: Promise<Fetched> | undefined, like: HttpRequest): Promise<Fetched> {
		if (current === undefined || current === stale) current = ask(like);
		return current;
	}

	function ask({ headers = {}, timeout }: HttpRequest): Promise<Fetched> {
		const { accept = '*/*' } = headers;
		const asked = http
			.send({ method: 'GET', path, timeout, headers: { accept, [HEADER]: 'Fetch' } })
			.then(passOf);
		// A failure is for those who wait for it; the next request asks again.
		const forget = () => {
			if (current === asked) current = undefined;
		};
		asked.then((fetched) => 'refused' in fetched && forget(), forget);
		return asked;
	}

	return {
		baseUrl: http.baseUrl,
		async send(request) {
			if (request.method === 'GET') return http.send(request);
			const pass = passInsteadOf(undefined, request);
			const response = await sendWith(http, request, await pass);
			if (!isRequired(response)) return response;
			return sendWith(http, request, await passInsteadOf(pass, request));
		},
	};
}

async function sendWith(http: Http, request: HttpRequest, pass: Fetched): Promise<HttpResponse> {
	if ('refused' in pass) return pass.refused;
	return http.send({ ...request, headers: { ...request.headers, ...pass.headers } });
}

/** A server that hands out none does not ask for one either. */
function passOf(response: HttpResponse): Fetched {
	const { status, headers } = response;
	if (status < 200 || status > 299) return { refused: response };
	const token = headers[HEADER];
	const cookie = cookiesOf(headers['set-cookie']);
	return { headers: { ...(token && { [HEADER]: token }), ...(cookie && { cookie }) } };
}

function isRequired({ status, headers }: HttpResponse): boolean {
	return status === 403 && headers[HEADER]?.toLowerCase() === 'required';
}

/** Several cookies arrive as one text: a comma separates them, and stands in their dates too. */
function cookiesOf(text: string | undefined): string {
	return (text ?? '')
		.split(/,(?=\s*[^\s;,=]+=)/)
		.map((cookie) => cookie.split(';', 1)[0]?.trim() ?? '')
		.join('; ');
}
