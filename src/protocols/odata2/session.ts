import type { HttpResponse } from '../../model/ports';

/** Adapters join several cookies with a comma, which also stands in their dates. */
const BETWEEN_COOKIES = /,\s*(?=[^\s=;,]+=)/;

/** What the next request of the same session sends back; nothing when the server opened none. */
export function sessionOf({ headers }: HttpResponse): Readonly<Record<string, string>> {
	const cookies = (headers['set-cookie'] ?? '')
		.split(BETWEEN_COOKIES)
		.map((cookie) => cookie.split(';', 1)[0]?.trim() ?? '')
		.filter((cookie) => cookie !== '');
	const token = headers['x-csrf-token'];
	return {
		...(cookies.length > 0 && { cookie: cookies.join('; ') }),
		...(token !== undefined && { 'x-csrf-token': token }),
	};
}
