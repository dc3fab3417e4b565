import type { AxiosInstance } from 'axios';
import type { Http } from '../model/ports';
import { codeOf, connectionError } from './connectionError';

const TIMEOUT = 30_000;
const MAX_ANSWER = 10 * 1024 * 1024;

/**
 * The Http port over an axios instance that the caller owns: base URL, authentication, agents and proxies
 * are set there. axios itself is not part of this package.
 */
export function axiosHttp(instance: AxiosInstance): Http {
	return {
		baseUrl: instance.defaults.baseURL,
		async send(request) {
			try {
				const answer = await instance.request<string>({
					method: request.method,
					url: request.path,
					headers: { ...request.headers },
					data: request.body,
					timeout: request.timeout ?? (instance.defaults.timeout || TIMEOUT),
					signal: request.signal,
					maxRedirects: 0,
					maxContentLength: MAX_ANSWER,
					responseType: 'text',
					transformRequest: (body: unknown) => body,
					transformResponse: (body: unknown) => body,
					validateStatus: () => true,
				});
				return {
					status: answer.status,
					headers: lowerCase(answer.headers),
					body: answer.data ?? '',
				};
			} catch (error) {
				throw connectionError(codeOf(error), hostOf(instance));
			}
		},
	};
}

function lowerCase(headers: object): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}

function hostOf({ defaults: { baseURL } }: AxiosInstance): string {
	return baseURL !== undefined && URL.canParse(baseURL) ? new URL(baseURL).host : 'The system';
}
