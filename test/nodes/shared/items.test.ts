import type { IDataObject } from 'n8n-workflow';
import { outcomeItem, readEntity, readKnownChange, readNotice } from '../../../nodes/shared/items';
import { ProvisioningError } from '../../../src/model/errors';
import type { Outcome } from '../../../src/model/outcome';

const notice = {
	system: 'identity-authentication',
	systemId: 'prod-ias',
	entityType: 'user',
	entityId: '7b1d',
	idKind: 'uuid',
	kind: 'deleted',
	test: true,
	receivedAt: '2026-11-25T08:00:00.000Z',
	correlationId: '0c5b',
} as const;

function thrownBy(read: () => unknown): unknown {
	try {
		return read();
	} catch (error) {
		return error;
	}
}

test('a notice of a trigger is read as it is, and nothing that was added to it', () => {
	expect(readNotice({ notice: { ...notice, headers: { authorization: 'canary' } } })).toEqual(
		notice,
	);
});

test.each<[string, IDataObject, Partial<ReturnType<typeof readNotice>>]>([
	['the least', { entityType: 'group', entityId: ' 42 ' }, { entityType: 'group', entityId: '42' }],
	['no kind', { entityType: 'user', entityId: '42' }, { kind: 'changed', idKind: 'other' }],
	['no test', { entityType: 'user', entityId: '42' }, { test: false, system: '', systemId: '' }],
])('a notice by hand with %s is completed', (_, given, expected) => {
	expect(readNotice({ notice: given })).toMatchObject(expected);
});

test('notices by hand do not share a correlation id', () => {
	const item = { notice: { entityType: 'user', entityId: '42' } };
	expect(readNotice(item).correlationId).not.toBe(readNotice(item).correlationId);
});

test('the entity type that the author chose wins over the one on the item', () => {
	expect(readNotice({ notice }, 'group')).toEqual({ ...notice, entityType: 'group' });
});

test.each<[string, IDataObject, string]>([
	['nothing', {}, "no 'notice'"],
	['a list', { notice: [] }, "no 'notice'"],
	['no id', { notice: { entityType: 'user' } }, 'notice.entityId'],
	['an empty id', { notice: { entityType: 'user', entityId: '  ' } }, 'notice.entityId'],
	['an id that is a number', { notice: { entityType: 'user', entityId: 42 } }, 'notice.entityId'],
	['a long id', { notice: { entityType: 'user', entityId: 'x'.repeat(1025) } }, 'notice.entityId'],
	['another type', { notice: { entityType: 'canary', entityId: '1' } }, 'notice.entityType'],
	['another kind', { notice: { ...notice, kind: 'canary' } }, 'notice.kind'],
])('%s is no notice', (_, json, words) => {
	const error = thrownBy(() => readNotice(json));
	expect(error).toBeInstanceOf(ProvisioningError);
	expect(error).toMatchObject({
		code: 'notice.invalid',
		message: expect.stringContaining(words),
		hint: expect.stringMatching(/\S/),
	});
	expect(error).toHaveProperty('message', expect.not.stringContaining('canary'));
});

test.each([undefined, null, 'text', []])('%j is no entity', (entity) => {
	expect(thrownBy(() => readEntity({ entity }))).toMatchObject({ code: 'notice.invalid' });
});

test('an outcome becomes an item with the change beside it, paired with its input', () => {
	const change = { kind: 'none', because: 'nothing differs' } as const;
	const outcome: Outcome = {
		state: 'alreadyProvisioned',
		operation: 'NONE',
		system: 'scim-system',
		entityType: 'user',
		entityId: '7b1d',
		reason: 'nothing differs',
		attempts: 0,
		rounds: 1,
		durationMs: 4,
		correlationId: '0c5b',
		repeatable: false,
	};
	expect(outcomeItem({ ...outcome, change }, { notice }, 7)).toEqual({
		json: { outcome, change, notice },
		pairedItem: { item: 7 },
	});
});

const disable = { kind: 'disable', because: 'gone' };

test.each<[string, IDataObject, object]>([
	['held', { outcome: { state: 'held' }, change: disable }, { approved: disable }],
	['planned', { outcome: { state: 'planned' }, change: disable }, { previewed: disable }],
	['held without a change', { outcome: { state: 'held' } }, {}],
	['held with half a change', { outcome: { state: 'held' }, change: { kind: 'disable' } }, {}],
	['new', { notice }, {}],
])('what an item that is %s binds the sync to: %j', (_, json, known) => {
	expect(readKnownChange(json)).toEqual(known);
});
