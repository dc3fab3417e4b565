import { parseNotices } from '../../../src/endpoint';
import type { ChangeNotice, NoticeKind } from '../../../src/model/notice';
import { preview, sync } from '../../../src/sync';
import { scripted, type Said } from '../scripted';

const ID = 'identity-provisioning';

function noticeOf(change: Partial<ChangeNotice> = {}): ChangeNotice {
	return {
		system: 'identity-authentication',
		systemId: 'prod',
		entityType: 'user',
		entityId: '7b1d3c52-0a44-4f0e-9d0c-2f1f6a9be001',
		idKind: 'uuid',
		kind: 'changed',
		test: false,
		receivedAt: '2026-11-25T08:00:00.000Z',
		correlationId: 'c-1',
		...change,
	};
}

describe.each(['user', 'group'] as const)('a notice about a %s', (entityType) => {
	test.each<[NoticeKind, string, string, NoticeKind]>([
		['changed', 'POST', 'CREATE', 'changed'],
		['unknown', 'POST', 'CREATE', 'changed'],
		['deleted', 'DELETE', 'DELETE', 'deleted'],
	])('%s goes on as %s, and an endpoint reads the same', async (kind, method, operation, as) => {
		const { directory, sent } = scripted(ID, [{ status: 202 }]);
		const notice = noticeOf({ entityType, kind });
		const outcome = await sync({ notice, target: directory });
		expect(outcome).toMatchObject({ state: 'handedOn', operation, attempts: 1, system: ID });
		expect(sent).toHaveLength(1);
		const [request] = sent;
		expect(request).toMatchObject({ method, path: `/entities/${entityType}` });
		expect(request?.headers?.['x-correlation-id']).toBe('c-1');
		const read = parseNotices('identity-authentication', {
			method,
			path: `/ipsproxy/service/api/v1/systems/prod${request?.path}`,
			contentType: request?.headers?.['content-type'],
			body: Buffer.from(request?.body ?? ''),
		});
		expect(read).toMatchObject({ notices: [{ entityType, entityId: notice.entityId, kind: as }] });
	});
});

test('a preview shows the request and sends nothing', async () => {
	const { directory, sent } = scripted(ID, [{}]);
	const outcome = await preview({ notice: noticeOf(), target: directory });
	expect(outcome).toMatchObject({
		state: 'planned',
		attempts: 0,
		change: { kind: 'notify', request: { method: 'POST', path: '/entities/user' } },
	});
	expect(sent).toEqual([]);
});

test('a test call is not handed on', async () => {
	const { directory, sent } = scripted(ID, [{}]);
	const outcome = await sync({ notice: noticeOf({ test: true }), target: directory });
	expect(outcome).toMatchObject({ state: 'skipped', attempts: 0 });
	expect(sent).toEqual([]);
});

const page: Said = { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } };

test.each<[string, Said, string, boolean]>([
	['wrong credentials', { status: 401 }, 'access.unauthorized', true],
	['a missing right', { status: 403 }, 'access.forbidden', false],
	['an unknown source system', { status: 404 }, 'request.notFound', true],
	['a log-on page', page, 'answer.unexpected', true],
	['a broken service', { status: 503 }, 'server.unavailable', true],
	['too many calls', { status: 429, headers: { 'retry-after': '60' } }, 'server.unavailable', true],
])('%s: the notice failed, and says why', async (_, answer, code, repeatable) => {
	const { directory } = scripted(ID, [answer]);
	const outcome = await sync({ notice: noticeOf(), target: directory });
	expect(outcome).toMatchObject({ state: 'failed', repeatable, error: { code } });
	await expect(directory.check('user')).rejects.toMatchObject({ code });
});

test.each([200, 204, 400, 405])(
	'status %i to a GET proves address and credentials',
	async (status) => {
		const { directory, sent } = scripted(ID, [{ status }]);
		await directory.check('group');
		expect(sent).toMatchObject([{ method: 'GET', path: '/entities/group' }]);
	},
);

test('nothing can be read from it, and it says so', async () => {
	const { directory, sent } = scripted(ID, [{}]);
	const refused = { code: 'configuration.invalid', hint: expect.stringContaining("'Sync'") };
	await expect(directory.get('user', '1')).rejects.toMatchObject(refused);
	await expect(directory.find('user', { userName: 'x' })).rejects.toMatchObject(refused);
	await expect(directory.findAny('user', [])).rejects.toMatchObject(refused);
	await expect(directory.count('user')).rejects.toMatchObject(refused);
	expect(() => directory.list('user')).toThrow('shows no users or groups');
	expect(() => directory.requests.remove('user', '1')).toThrow('shows no users or groups');
	expect(sent).toEqual([]);
});
