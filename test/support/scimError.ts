import type { JsonObject } from '../../src/model/json';
import { scimAnswer, type Answer } from './loopback';

export const ERROR_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** A refusal in the form of RFC 7644, section 3.12. */
export class ScimError extends Error {
	constructor(
		readonly status: number,
		detail: string,
		readonly scimType?: string,
	) {
		super(detail);
		this.name = 'ScimError';
	}
}

export function errorAnswer(status: number, detail: string, scimType?: string): Answer {
	const body: JsonObject = { schemas: [ERROR_SCHEMA], status: String(status), detail };
	return scimAnswer(status, scimType === undefined ? body : { ...body, scimType });
}
