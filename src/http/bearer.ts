import type { Clock, Http, HttpRequest } from '../model/ports';
import type { AccessToken } from './saml';

/** A token is renewed that many milliseconds before it ends. */
const EARLY = 60_000;

type Known = Promise<{ readonly token: string; readonly until: number }>;

/**
 * Adds an access token to every request. One token serves all requests until shortly before its end; a
 * request that is refused with 401 is sent once more with a fresh one.
 */
export function withBearer(
	http: Http,
	clock: Clock,
	requestToken: () => Promise<AccessToken>,
): Http {
	let current: Known | undefined;

	/** Whoever finds the same token stale waits for the same new one. */
	function tokenInsteadOf(stale?: Known): Known {
		if (current === undefined || current === stale) current = ask();
		return current;
	}

	function ask(): Known {
		const asked = requestToken().then(({ accessToken, expiresIn }) => ({
			token: accessToken,
			until: expiresIn === undefined ? Infinity : clock.now() + expiresIn * 1000 - EARLY,
		}));
		// The failure is for those who wait for it; the next request asks again.
		asked.catch(() => {
			if (current === asked) current = undefined;
		});
		return asked;
	}

	async function sendWith(request: HttpRequest, known: Known) {
		const { token } = await known;
		const headers = { ...request.headers, authorization: `Bearer ${token}` };
		return http.send({ ...request, headers });
	}

	return {
		baseUrl: http.baseUrl,
		async send(request) {
			let known = tokenInsteadOf();
			if ((await known).until <= clock.now()) known = tokenInsteadOf(known);
			const response = await sendWith(request, known);
			return response.status === 401 ? sendWith(request, tokenInsteadOf(known)) : response;
		},
	};
}
