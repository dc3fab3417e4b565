import { randomUUID } from 'node:crypto';
import type { EntityType } from '../../../src/model/entity';
import { member, type JsonObject } from '../../../src/model/json';
import type { ChangeNotice } from '../../../src/model/notice';
import type { Outcome } from '../../../src/model/outcome';
import { sync } from '../../../src/sync/sync';
import { readEntityType, readNotice, readVariables } from '../../shared/items';
import { forItem } from '../../shared/lists';
import { toOutcome, type Subject } from '../../shared/outcomes';
import { text } from '../../shared/parameters';
import type { Call, Result } from '../operation';
import { target } from './sync';

/** Treats an entity as gone without asking its source; guard and policy are those of a sync. */
export async function* deprovision(call: Call): AsyncGenerator<Result> {
	const accountId = text(call.parameter('accountId'));
	if (accountId === undefined) {
		const notice = readNotice(call.json, call.chosen.entityType);
		yield await deprovisionEntity(call, notice, readVariables(call.json));
		return;
	}
	const { directory } = call.target;
	const entityType = readEntityType(call.json, call.chosen.entityType);
	const account = await forItem(directory, call.context).get(entityType, accountId);
	const owner = account && text(member(account.attributes, 'externalId'));
	if (owner === undefined) {
		const subject = { system: call.chosen.system, entityType, targetId: accountId };
		yield { outcome: account ? notOurs(subject) : notThere(subject) };
		return;
	}
	// The variables on the item may be about somebody else.
	yield await deprovisionEntity(call, goneNotice(entityType, owner), undefined);
}

async function deprovisionEntity(
	call: Call,
	given: ChangeNotice,
	variables: JsonObject | undefined,
): Promise<Result> {
	const notice: ChangeNotice = { ...given, kind: 'deleted' };
	return { outcome: await sync({ ...target(call), variables, notice }), notice };
}

/** Only what carries the id of its source can be told from what others maintain. */
function notOurs(subject: Subject): Outcome {
	return toOutcome('skipped', 'the account carries no externalId: no source made it', subject);
}

function notThere(subject: Subject): Outcome {
	return toOutcome('notProvisioned', 'there is no account with this ID', subject);
}

function goneNotice(entityType: EntityType, owner: string): ChangeNotice {
	return {
		system: '',
		systemId: '',
		entityType,
		entityId: owner,
		idKind: 'externalId',
		kind: 'deleted',
		test: false,
		receivedAt: new Date().toISOString(),
		correlationId: randomUUID(),
	};
}
