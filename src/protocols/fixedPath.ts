import type { Http } from '../model/ports';
import type { SystemVersion } from '../systems/system';

/**
 * Administrators also enter base URLs that end with the part that the application fixes, such as
 * `https://host/odata/v2`, as SAP Identity Provisioning wants it: then it is not added again.
 */
export function withoutFixedPath(http: Http, { paths }: SystemVersion): Http {
	const { baseUrl } = http;
	const fixed = paths.user?.replace(/\/[^/]+$/, '') ?? '';
	if (fixed === '' || baseUrl === undefined || !pathOf(baseUrl).endsWith(fixed)) return http;
	return {
		baseUrl,
		send(request) {
			const path = request.path.startsWith(`${fixed}/`)
				? request.path.slice(fixed.length)
				: request.path;
			return http.send({ ...request, path });
		},
	};
}

function pathOf(baseUrl: string): string {
	return URL.canParse(baseUrl) ? new URL(baseUrl).pathname.replace(/\/+$/, '') : '';
}
