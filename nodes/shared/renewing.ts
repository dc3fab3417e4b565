import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { HttpResponse } from '../../src/model/ports';

/** Kinds of authentication whose token ends, and is fetched by n8n when the credential holds none. */
const RENEWABLE = new Set(['certificateOAuth2', 'oAuth2ClientCredentials', 'samlBearer']);

type Send = () => Promise<HttpResponse>;

/**
 * Sends with the token of a credential. n8n fetches one for every request that finds none: so the first goes
 * ahead, and the others wait for what it brings. A request that is refused with 401 drops the token that it
 * was sent with, and is sent once more.
 *
 * @param credential as n8n holds it for this execution: n8n puts the token into it
 */
export function renewing(
	credential: ICredentialDataDecryptedObject,
): (send: Send) => Promise<HttpResponse> {
	// Without a token that can end, a second try after 401 would only repeat the request.
	if (!RENEWABLE.has(String(credential['authentication']))) return (send) => send();
	let ahead: Promise<unknown> | undefined;

	async function sendNext(send: Send): Promise<HttpResponse> {
		while (tokenOf(credential) === '' && ahead) await ahead;
		const sent = send();
		if (tokenOf(credential) === '') {
			ahead = sent.then(clear, clear);
		}
		return sent;
	}

	function clear(): void {
		ahead = undefined;
	}

	return async (send) => {
		const before = tokenOf(credential);
		const response = await sendNext(send);
		if (response.status !== 401) return response;
		// Unless another request has renewed it meanwhile.
		const used = before || tokenOf(credential);
		if (tokenOf(credential) === used) credential['accessToken'] = '';
		return sendNext(send);
	};
}

function tokenOf({ accessToken }: ICredentialDataDecryptedObject): string {
	return typeof accessToken === 'string' ? accessToken : '';
}
