import { REGIONS } from '../tables/regions';
import { foldName } from './name';

/** ISO 3166-2. */
export interface Region {
	/** With the country in front: `US-AL`. */
	readonly code: string;
	/** As the country itself writes it. */
	readonly fullName: string;
}

let lines: ReadonlyMap<string, string> | undefined;
const regions = new Map<string, ReadonlyMap<string, Region>>();

/** By its code or name within a country, or by its full code. */
export function findRegion(text: string, country: string | undefined): Region | undefined {
	const [, prefix, code] = /^([A-Za-z]{2})-([A-Za-z0-9]{1,3})$/.exec(text.trim()) ?? [];
	if (prefix !== undefined && code !== undefined) {
		return regionsOf(prefix.toUpperCase()).get(foldName(code));
	}
	return country === undefined ? undefined : regionsOf(country).get(foldName(text));
}

function regionsOf(country: string): ReadonlyMap<string, Region> {
	const known = regions.get(country);
	if (known !== undefined) return known;
	lines ??= new Map(REGIONS.split('\n').map((line) => [line.slice(0, 2), line.slice(3)]));
	const line = lines.get(country);
	if (line === undefined) return new Map();
	const read = readLine(country, line);
	regions.set(country, read);
	return read;
}

/** Codes win over names, and of two regions with one name the first. */
function readLine(country: string, line: string): ReadonlyMap<string, Region> {
	const rows = line.split(';').map((row) => {
		const code = row.slice(0, row.indexOf(' '));
		const region: Region = { code: `${country}-${code}`, fullName: row.slice(code.length + 1) };
		return { code, region };
	});
	return new Map([
		...rows.map(({ region }) => [foldName(region.fullName), region] as const).reverse(),
		...rows.map(({ code, region }) => [foldName(code), region] as const),
	]);
}
