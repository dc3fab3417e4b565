import { refusal } from '../../http/refusal';
import type { EntityType } from '../../model/entity';
import { ProvisioningError } from '../../model/errors';
import type { HttpRequest, HttpResponse } from '../../model/ports';
import type { RealTimeVersion } from '../../systems/system';
import type { Directory } from '../directory';
import { collectionPath } from '../paths';
import { contextOf, exchange, type Wire } from '../wire';

const HEADERS = { accept: 'application/json', 'content-type': 'application/json' };

/**
 * The real-time endpoint of SAP Identity Provisioning [Real-Time Provisioning]: POST and DELETE on
 * `entities/user` and `entities/group` of a source system. It reads the source for itself and shows nothing.
 */
export function realTimeDirectory(wire: Wire<RealTimeVersion>): Directory {
	const { system, version } = wire;

	async function exchangeWith(request: HttpRequest): Promise<HttpResponse> {
		const response = await exchange(wire, { ...request, headers: HEADERS });
		// A log-on page answers 200 to everybody, and has told nobody anything.
		if (isPage(response)) throw unexpected(system.name, response.status);
		return response;
	}

	function unreadable(): never {
		throw new ProvisioningError({
			code: 'configuration.invalid',
			message: `${system.name} takes notices and shows no users or groups`,
			hint: "Use it in 'Sync' and 'Preview' only, or choose the system behind it as the target.",
		});
	}

	const unbuildable = { create: unreadable, patch: unreadable, replace: unreadable };
	return {
		system,
		version,
		requests: { ...unbuildable, remove: unreadable },

		notify: ({ entityType, entityId, kind }) => ({
			method: kind === 'deleted' ? 'DELETE' : 'POST',
			path: collectionPath(version, entityType),
			body: { id: entityId },
		}),

		get: async () => unreadable(),
		find: async () => unreadable(),
		findAny: async () => unreadable(),
		list: unreadable,
		count: async () => unreadable(),

		/** Nothing can be read: whatever is not about address, credentials or rights proves them. */
		async check(type: EntityType) {
			const path = collectionPath(version, type);
			const response = await exchangeWith({ method: 'GET', path });
			const { status } = response;
			if (status < 300 || [400, 405, 406, 415, 501].includes(status)) return;
			throw refusal(response, contextOf(wire));
		},

		async send(_type, { method, path, body }) {
			const response = await exchangeWith({ method, path, body: JSON.stringify(body) });
			if (response.status < 200 || response.status > 299) throw refusal(response, contextOf(wire));
			return undefined;
		},

		during: (run) => realTimeDirectory({ ...wire, run }),
	};
}

function isPage({ status, headers }: HttpResponse): boolean {
	return status < 300 && /^text\/html\b/i.test(headers['content-type'] ?? '');
}

function unexpected(system: string, status: number): ProvisioningError {
	return new ProvisioningError({
		code: 'answer.unexpected',
		message: `${system} answered ${status} with a web page instead of taking the notice`,
		hint: "Check 'Base URL' in the credential: it ends with /systems/ and the ID of the source system.",
		retryable: true,
		system,
		status,
	});
}
