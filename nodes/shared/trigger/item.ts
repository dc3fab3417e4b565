import { randomUUID } from 'node:crypto';
import type { INodeExecutionData } from 'n8n-workflow';
import type { ParsedNotice } from '../../../src/endpoint';
import type { ChangeNotice } from '../../../src/model/notice';

/** What a trigger emits for one entity. Never a header: whatever is on an item is stored by n8n. */
export function toItem(
	{ entity, ...parsed }: ParsedNotice,
	receivedAt: string,
): INodeExecutionData {
	const notice: ChangeNotice = { ...parsed, receivedAt, correlationId: randomUUID() };
	return {
		json: {
			notice: { ...notice },
			...(entity !== undefined && { entity }),
			entityOrigin: entity === undefined ? 'none' : 'notice',
			variables: { entityIdSourceSystem: notice.entityId },
		},
	};
}
