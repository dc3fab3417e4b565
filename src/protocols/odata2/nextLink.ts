import { ProvisioningError } from '../../model/errors';

/**
 * The query of a link to the next page. Only it is used, with the path that was asked for before, so a link
 * cannot lead anywhere else; one that tries is refused instead of followed in part.
 *
 * @param baseUrl of the connection; unknown where the adapter does not tell
 */
export function nextQuery(
	link: string,
	{ path, baseUrl, system }: { path: string; baseUrl?: string; system: string },
): string {
	const known = baseUrl === undefined ? undefined : parseUrl(baseUrl);
	const url = parseUrl(link, known?.origin ?? 'https://unknown.invalid');
	const stays = known === undefined || url?.host === known.host;
	const name = path.slice(path.lastIndexOf('/'));
	if (url && stays && url.pathname.endsWith(name) && url.search.length > 1) {
		return url.search.slice(1);
	}
	throw new ProvisioningError({
		code: 'answer.unexpected',
		message: `${system} links to a next page at another address`,
		hint: "Enter the host that the API itself uses in 'Base URL' of the credential.",
		system,
	});
}

function parseUrl(text: string, base?: string): URL | undefined {
	return URL.canParse(text, base) ? new URL(text, base) : undefined;
}
