/** Addresses that begin with the same bits. */
export interface Network {
	readonly first: bigint;
	/** Of 128; IPv4 stands at the end of `::ffff:0:0`, as Node writes it on a socket for both. */
	readonly bits: number;
}

const WIDTH = 128;
const MAPPED = 0xffff_0000_0000n;
/** What begins with fewer bits than this is no network of proxies but half the world. */
const FEWEST_BITS = { ipv4: 8, ipv6: 16 };

function readIpv4(text: string): bigint | undefined {
	if (!/^(?:(?:0|[1-9]\d{0,2})(?:\.|$)){4}$/.test(text) || text.endsWith('.')) return undefined;
	const parts = text.split('.').map(Number);
	if (parts.some((part) => part > 255)) return undefined;
	return parts.reduce((value, part) => value * 256n + BigInt(part), 0n) + MAPPED;
}

function readIpv6(text: string): bigint | undefined {
	if (!/^[0-9a-f:.]+$/i.test(text) || !URL.canParse(`http://[${text}]/`)) return undefined;
	// URL writes it in hex, without leading zeros and with one `::` at most.
	const [head = '', tail] = new URL(`http://[${text}]/`).hostname.slice(1, -1).split('::');
	const groupsOf = (part: string) => (part === '' ? [] : part.split(':'));
	const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
	const gap = tail === undefined ? 0 : 8 - before.length - after.length;
	const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after];
	return groups.reduce((value, group) => value * 65_536n + BigInt(`0x${group}`), 0n);
}

function readAddress(text: string): bigint | undefined {
	return readIpv4(text) ?? readIpv6(text);
}

function readNetwork(text: string): Network | undefined {
	const [address = '', prefix, ...more] = text.split('/');
	const ipv4 = readIpv4(address);
	const value = ipv4 ?? readIpv6(address);
	if (value === undefined || more.length > 0) return undefined;
	if (prefix === undefined) return { first: value, bits: WIDTH };
	if (!/^\d{1,3}$/.test(prefix)) return undefined;
	const given = Number(prefix);
	const [width, fewest] = ipv4 === undefined ? [WIDTH, FEWEST_BITS.ipv6] : [32, FEWEST_BITS.ipv4];
	if (given < fewest || given > width) return undefined;
	return { first: value, bits: WIDTH - width + given };
}

/**
 * @param list addresses and networks (`10.1.0.0/16`), with commas between them
 * @returns `undefined` if one of them cannot be read or is too wide
 */
export function readNetworks(list: string): readonly Network[] | undefined {
	const texts = list.split(',').map((text) => text.trim());
	const networks = texts.filter((text) => text !== '').map(readNetwork);
	const known = networks.filter((network) => network !== undefined);
	return known.length === networks.length ? known : undefined;
}

/** @param address as a socket names it */
export function isWithin(networks: readonly Network[], address: string): boolean {
	const value = readAddress(address.split('%', 1)[0] ?? '');
	if (value === undefined) return false;
	return networks.some(({ first, bits }) => (value ^ first) >> BigInt(WIDTH - bits) === 0n);
}
