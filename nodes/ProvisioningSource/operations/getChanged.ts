import { ProvisioningError } from '../../../src/model/errors';
import type { Call, Finding } from '../operation';
import { inZone } from '../time';
import { listed } from './getMany';

/** Who was created or changed; where the system cannot tell, everybody, and the author is told. */
export async function* getChanged(call: Call): AsyncGenerator<Finding> {
	const changedSince = inZone(call.parameter('changedSince'), call.zone);
	if (changedSince === undefined) throw noTime();
	if (!tellsChanges(call)) {
		const { directory, entityType } = call;
		const what = `${directory.version.name} cannot tell which ${entityType}s changed: all were read`;
		call.tell({ what, type: 'warning' });
	}
	for await (const entity of listed(call, { changedSince })) yield { entity, kind: 'changed' };
}

function tellsChanges({ directory: { version }, entityType }: Call): boolean {
	return version.protocol === 'scim2'
		? version.reading.changedAt[entityType] !== undefined
		: entityType === 'user';
}

function noTime(): ProvisioningError {
	return new ProvisioningError({
		code: 'configuration.invalid',
		message: "'Changed Since' is empty or not a time",
		hint: 'Choose a time, or give it as ISO 8601, for example 2026-11-03T10:04:11Z.',
	});
}
