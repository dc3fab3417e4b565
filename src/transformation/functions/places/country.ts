import { COUNTRIES } from '../tables/countries';
import { foldName } from './name';

/** ISO 3166-1. */
export interface Country {
	readonly alpha2: string;
	readonly alpha3: string;
	/** Three digits. */
	readonly numeric: string;
	/** The usual English name. */
	readonly fullName: string;
}

let countries: ReadonlyMap<string, Country> | undefined;

/** By any of its codes or English names; a number may lack its leading zeros. */
export function findCountry(text: string): Country | undefined {
	countries ??= readTable();
	const key = foldName(text);
	return countries.get(/^\d{1,2}$/.test(key) ? key.padStart(3, '0') : key);
}

function readTable(): ReadonlyMap<string, Country> {
	const rows = COUNTRIES.split(/[;\n]/).map(readRow);
	const byName = rows.flatMap(({ country, names }) =>
		names.map((name) => [foldName(name), country] as const),
	);
	const byCode = rows.flatMap(({ country }) =>
		[country.alpha2, country.alpha3, country.numeric].map(
			(code) => [code.toLowerCase(), country] as const,
		),
	);
	return new Map([...byName, ...byCode]);
}

function readRow(row: string) {
	const [alpha2 = '', alpha3 = '', numeric = ''] = row.split(' ', 3);
	const names = row.slice(`${alpha2} ${alpha3} ${numeric} `.length).split('|');
	const country: Country = { alpha2, alpha3, numeric, fullName: names[0] ?? '' };
	return { country, names };
}
