import { ProvisioningError } from '../../model/errors';
import { member, type Json } from '../../model/json';
import type { HttpResponse } from '../../model/ports';
import type { Scim2Version } from '../../systems/system';
import { exchange, type Wire } from '../wire';
import { ACCEPT } from './requests';

/**
 * Which servers take PATCH, by their base URLs: what they were seen to do, or what they say about themselves
 * (RFC 7643, section 5). Read once, and only advice: a policy that wants PATCH still sends it.
 */
const known = new Map<string, boolean>();

/** False once the server has been seen not to. */
export function takesPatch({ connection: { http } }: Wire): boolean {
	return http.baseUrl === undefined || known.get(http.baseUrl) !== false;
}

/**
 * Whether a refusal is about PATCH itself. Some servers say so by their status; others answer 403 or 404 as
 * if the resource were meant, and what they say about themselves decides.
 */
export async function isAboutPatch(
	wire: Wire<Scim2Version>,
	{ status }: HttpResponse,
): Promise<boolean> {
	const isPlain = status === 405 || status === 501;
	if (!isPlain && status !== 403 && status !== 404) return false;
	const { baseUrl } = wire.connection.http;
	const remembered = baseUrl === undefined ? undefined : known.get(baseUrl);
	const takes = !isPlain && (remembered ?? (await saysPatch(wire)));
	if (baseUrl !== undefined) known.set(baseUrl, takes);
	return !takes;
}

/** Whoever says nothing that can be read has not said no. */
async function saysPatch(wire: Wire<Scim2Version>): Promise<boolean> {
	const base = wire.version.paths.user?.replace(/\/[^/]+$/, '') ?? '';
	const path = `${base}/ServiceProviderConfig`;
	try {
		const { status, body } = await exchange(wire, { method: 'GET', path, headers: ACCEPT });
		if (status !== 200) return true;
		const configuration = JSON.parse(body) as Json;
		return member(member(configuration, 'patch'), 'supported') !== false;
	} catch {
		return true;
	}
}

export function withoutPatch(system: string, status: number): ProvisioningError {
	return new ProvisioningError({
		code: 'request.unsupported',
		message: `${system} does not take PATCH`,
		hint: "Run the item again with 'Update Method' set to Automatic or PUT.",
		retryable: true,
		system,
		status,
	});
}
