import type { ReceivedCall } from '../../src/endpoint';

/** A call as the cases beside this file write it. */
export interface CallSketch {
	readonly name: string;
	readonly method: string;
	/** Below `.../entities/`. */
	readonly path: string;
	readonly contentType?: string;
	readonly body?: string;
	/** Instead of `body`, for bytes that are no text. */
	readonly hex?: string;
}

export const ENTITIES = '/webhook/w1/ipsproxy/service/api/v1/systems/prod-ias/entities/';

export function callOf({ method, path, contentType, body, hex }: CallSketch): ReceivedCall {
	const bytes = hex === undefined ? body : Buffer.from(hex, 'hex');
	return {
		method,
		path: `${ENTITIES}${path}`,
		...(contentType !== undefined && { contentType }),
		...(bytes !== undefined && { body: bytes }),
	};
}

export function post(body: string, contentType = 'application/scim+json'): ReceivedCall {
	return { method: 'POST', path: `${ENTITIES}user`, contentType, body };
}
