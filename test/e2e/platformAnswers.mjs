// The answers that n8n and Node give before our code is asked, or without ever asking it: the whole list.
// An answer that is neither here nor ours fails the tests of hostile calls.

const json = (text) => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

/** Chunked or not. */
const isEmpty = ({ body }) => body === '' || body === '0\r\n\r\n';
const isPage = ({ headers }) => /^content-type: text\/html/im.test(headers);

const rows = [
	{
		by: 'Node',
		what: 'what is not HTTP, or could be read in two ways',
		status: 400,
		says: isEmpty,
	},
	{ by: 'Node', what: 'an expectation that it does not know', status: 417, says: isEmpty },
	{ by: 'Node', what: 'headers of more than 16 kB', status: 431, says: isEmpty },
	{
		by: 'n8n',
		what: 'a path that no workflow has registered',
		status: 404,
		says: ({ body }) => /is not registered/.test(json(body)?.message),
	},
	{
		by: 'n8n',
		what: 'a body that it cannot parse, in a type that it parses itself',
		status: 422,
		says: ({ body }) => json(body)?.message === 'Failed to parse request body',
	},
	{ by: 'n8n', what: 'OPTIONS', status: 204, says: isEmpty },
	{
		by: 'n8n',
		what: 'a method that it does not know',
		status: 500,
		says: ({ body }) => /method .* is not supported/.test(json(body)?.message),
	},
	{
		by: 'n8n',
		what: 'a body above its own limit, in a type that it parses itself',
		status: 500,
		says: ({ body }) => json(body)?.message === 'There was a problem executing the workflow',
	},
	{
		by: 'n8n',
		what: 'a multipart form that it cannot parse',
		status: 400,
		says: ({ body }) => json(body)?.message === 'The submitted form data could not be parsed.',
	},
	{ by: 'n8n', what: 'a path that cannot be decoded', status: 400, says: isPage },
	{
		by: 'n8n',
		what: 'an Origin, for a path that no workflow has registered',
		status: 500,
		says: ({ headers, body }) => isPage({ headers }) && body.includes('Internal Server Error'),
	},
	{ by: 'n8n', what: 'a path outside of its webhooks', status: 404, says: isPage },
];

export const platformAnswers = rows.map(({ status, says, ...row }) => {
	let given = 0;
	return {
		...row,
		status,
		fits(answer) {
			const isThis = answer.status === status && says(answer);
			if (isThis) given += 1;
			return isThis;
		},
		/** How often it was seen: what is on the list and never given does not belong there. */
		given: () => given,
	};
});
