import type { ICredentialTestRequest } from 'n8n-workflow';

const MESSAGES: Readonly<Record<number, string>> = {
	301: "The address redirects elsewhere. Enter the final address in 'Base URL'.",
	302: "The address redirects elsewhere. Enter the final address in 'Base URL'.",
	307: "The address redirects elsewhere. Enter the final address in 'Base URL'.",
	308: "The address redirects elsewhere. Enter the final address in 'Base URL'.",
	401: 'The system does not accept these credentials. Check user, password, secret or token.',
	403: 'The credentials are known, but lack a right. Let them read and write users and groups.',
	404: "There is nothing at this address. Check 'Base URL' and 'Connection Test Path'.",
	429: 'The system limits the number of calls. Test again in some minutes.',
	500: 'The system answered that it cannot work at the moment. Test again later.',
	503: 'The system answered that it cannot work at the moment. Test again later.',
};

/** One GET with the credential itself, so that base URL and authentication are tested as they are used. */
export const connectionTest: ICredentialTestRequest = {
	request: {
		baseURL: '={{$credentials.baseUrl}}',
		url: '={{$credentials.testPath}}',
		headers: { accept: 'application/scim+json, application/json' },
		disableFollowRedirect: true,
	},
	rules: Object.entries(MESSAGES).map(([status, message]) => ({
		type: 'responseCode',
		properties: { value: Number(status), message },
	})),
};
