import { ProvisioningError } from '../../../src/model/errors';
import type { ChangeNotice } from '../../../src/model/notice';
import { readNotice } from '../../shared/items';
import { text } from '../../shared/parameters';
import type { Call, Finding } from '../operation';

/** One entity, by its id or by the notice on the item, which then goes along. */
export async function* get(call: Call): AsyncGenerator<Finding> {
	const { json, parameter, directory, entityType } = call;
	const id = text(parameter('entityId'));
	const notice = id === undefined ? readNotice(json, entityType) : undefined;
	const entityId = id ?? notice?.entityId ?? '';
	const entity = await directory.get(entityType, entityId, notice?.idKind);
	if (entity === undefined) throw notThere(call);
	yield { entity, kind: 'unknown', notice: notice && seen(notice, directory.system.id) };
}

/** What is still there has not been deleted, whatever was reported. */
function seen(notice: ChangeNotice, system: string): ChangeNotice {
	return { ...notice, system, kind: notice.kind === 'deleted' ? 'changed' : notice.kind };
}

function notThere({ directory: { system }, entityType }: Call): ProvisioningError {
	return new ProvisioningError({
		code: 'request.notFound',
		message: `${system.name} shows no ${entityType} with this ID`,
		hint: "It may be gone, or the ID is that of another API version: compare 'API Version' with the application.",
		system: system.name,
	});
}
