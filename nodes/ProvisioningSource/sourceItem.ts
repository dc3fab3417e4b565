import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { Entity } from '../../src/model/entity';
import type { ProvisioningError } from '../../src/model/errors';
import type { JsonObject } from '../../src/model/json';
import type { ChangeNotice, NoticeKind } from '../../src/model/notice';
import type { MapResult, Transformation } from '../../src/transformation';

/** What a read transformation makes of an entity; without one it stays as the system shows it. */
export function mapEntity(
	{ id, type, attributes }: Entity,
	transformation: Transformation | undefined,
): MapResult {
	const variables = { entityIdSourceSystem: id };
	if (transformation === undefined) return { status: 'mapped', entity: attributes, variables };
	return transformation.map(type, attributes, { variables });
}

/** The notice of an entity that nobody reported: it was looked for. */
export function noticeOf(
	{ id, type }: Pick<Entity, 'id' | 'type'>,
	kind: NoticeKind,
	origin: Pick<ChangeNotice, 'system' | 'systemId'>,
): ChangeNotice {
	return {
		...origin,
		entityType: type,
		entityId: id,
		// The API's own: it is read again as it is.
		idKind: 'other',
		kind,
		test: false,
		receivedAt: new Date().toISOString(),
		correlationId: randomUUID(),
	};
}

/** As a trigger that reads back puts it out. */
export function toItem(notice: ChangeNotice, { id }: Entity, result: MapResult): IDataObject {
	if (result.status === 'mapped') {
		const { entity, variables } = result;
		return { notice: { ...notice }, entity, entityOrigin: 'source', variables };
	}
	const variables: JsonObject = { entityIdSourceSystem: id };
	const none = { notice: { ...notice }, entityOrigin: 'none', variables };
	if (result.status === 'skipped') return { ...none, readSkipped: { reason: result.reason } };
	return { ...none, readError: toErrorJson(result.error) };
}

export function toErrorJson({ code, message, hint }: ProvisioningError): IDataObject {
	return { code, message, hint };
}
