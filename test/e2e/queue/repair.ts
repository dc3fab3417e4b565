/* eslint-disable @n8n/community-nodes/require-node-api-error -- a test; not shipped */
import axios from 'axios';
import { axiosHttp } from '../../../src/http';
import type { EntityType } from '../../../src/model/entity';
import { connect } from '../../../src/protocols';
import { compare } from '../../../src/sync';
import { systems } from '../../../src/systems';
import { compileTransformation } from '../../../src/transformation';
import type { JsonObject } from '../../../src/model/json';
import type { Authentication } from '../../support/authentication';
import type { SourceChange } from './source';
import type { QueueWorld } from './world';

const PATIENCE = 5_000;
const TRIES = 5;

function directory(id: string, baseURL: string, authentication: Authentication) {
	const system = systems.get(id);
	if (system === undefined || authentication.kind !== 'basic') throw new Error(`No system ${id}.`);
	const { user: username, password } = authentication;
	const auth = { username, password };
	return connect(system, { http: axiosHttp(axios.create({ baseURL, auth, timeout: PATIENCE })) });
}

/** Lists both sides once and answers with what has to be looked at. */
export async function findDifferences(
	world: QueueWorld,
	writeDocument: JsonObject,
	entityType: EntityType,
): Promise<SourceChange[]> {
	const { source, target, targetAuthentication } = world;
	const sides = {
		source: directory('identity-authentication', source.url, source.authentication),
		target: directory('scim-system', target.url, targetAuthentication),
	};
	const { system } = sides.source;
	const read = compileTransformation(system.defaultTransformation('read'), { direction: 'read' });
	const write = compileTransformation(writeDocument, { direction: 'write' });
	const options = { ...sides, read, write, entityType, systemId: 'repair', missing: true };
	return await listed(() => compare({ ...options, maxMissingShare: 1 }));
}

/** A list that broke off is worth nothing: the round begins again, as its next schedule would. */
async function listed(round: () => ReturnType<typeof compare>, made = 1): Promise<SourceChange[]> {
	const found: SourceChange[] = [];
	try {
		for await (const { notice } of round()) {
			const { entityType, entityId: id, kind } = notice;
			found.push({ entityType, id, kind: kind === 'deleted' ? kind : 'changed' });
		}
		return found;
	} catch (error) {
		if (made === TRIES) throw error;
		return listed(round, made + 1);
	}
}
