import { refusal } from '../../src/http/refusal';

const context = { system: 'SCIM System', now: Date.UTC(2026, 10, 25, 8) };

function answer(status: number, body: unknown = '', headers: Record<string, string> = {}) {
	return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

test.each([
	[301, 'answer.unexpected', false],
	[400, 'request.rejected', false],
	[401, 'access.unauthorized', true],
	[403, 'access.forbidden', false],
	[404, 'request.notFound', true],
	[409, 'request.conflict', true],
	[410, 'request.notFound', true],
	[412, 'request.outdated', true],
	[413, 'request.rejected', false],
	[429, 'request.throttled', true],
	[500, 'server.unavailable', true],
	[501, 'request.rejected', false],
	[503, 'server.unavailable', true],
])('%i is %s', (status, code, retryable) => {
	expect(refusal(answer(status), context)).toMatchObject({ code, retryable, status });
});

test('a 400 with scimType uniqueness is a conflict', () => {
	const body = { scimType: 'uniqueness', detail: 'userName is taken.' };
	expect(refusal(answer(400, body), context).code).toBe('request.conflict');
});

test("the server's own words are part of the message", () => {
	const body = { scimType: 'invalidValue', detail: 'country must have two letters' };
	expect(refusal(answer(400, body), context).message).toBe(
		'SCIM System answered 400: invalidValue, country must have two letters',
	);
});

test('I2: words of the other side cannot forge lines', () => {
	const { message } = refusal(answer(400, { detail: 'a\r\nb\u001b[31mc\u2028d' }), context);
	expect(message).toBe('SCIM System answered 400: a b [31mc d');
	expect(refusal(answer(400, { detail: 'x'.repeat(5000) }), context).message.length).toBeLessThan(
		400,
	);
});

test('a login page is not quoted', () => {
	expect(refusal(answer(500, '<html>secret</html>'), context).message).toBe(
		'SCIM System answered 500',
	);
});

test('Retry-After goes along', () => {
	expect(refusal(answer(429, '', { 'retry-after': '30' }), context).retryAfter).toBe(30);
});
