import { ProvisioningError } from '../../../src/model/errors';
import { member } from '../../../src/model/json';
import { compare as findDisparities } from '../../../src/sync/compare';
import { chosenTransformation } from '../../shared/choices';
import { readEntityType } from '../../shared/items';
import { forItem } from '../../shared/lists';
import { text } from '../../shared/parameters';
import type { Call, Result } from '../operation';

/** The repair round: a notice for each entity that is not equal on both sides, to be synced like any other. */
export async function* compare(call: Call): AsyncGenerator<Result> {
	const { context, json, chosen, openSource } = call;
	const { sourceSystem = '', sourceApiVersion, properties, options } = chosen;
	const opened = await openSource(sourceSystem, { apiVersion: sourceApiVersion, properties });
	const source = forItem(opened.directory, context);
	const target = forItem(call.target.directory, context);
	const disparities = findDisparities({
		source,
		target,
		read: chosenTransformation(chosen.read, 'read', source, properties),
		write: chosenTransformation(chosen.write, 'write', target, properties),
		entityType: readEntityType(json, chosen.entityType),
		systemId: text(member(options, 'systemId')) ?? '',
		missing: member(options, 'reportMissing') === true,
		maxMissingShare: readShare(call),
	});
	for await (const { notice, because } of disparities) {
		yield { json: { notice: { ...notice }, because } };
	}
}

function readShare({ chosen: { options } }: Call): number | undefined {
	const percent = member(options, 'maxMissingPercent');
	if (percent === undefined) return undefined;
	if (typeof percent === 'number' && percent >= 0 && percent <= 100) return percent / 100;
	throw new ProvisioningError({
		code: 'configuration.invalid',
		message: "'Missing at Most' is not a percentage",
		hint: "Enter a number from 0 to 100 in 'Missing at Most'.",
	});
}
