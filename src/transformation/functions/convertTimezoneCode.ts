import { z } from 'zod';
import type { TransformationFunction } from './function';
import { TIME_ZONES } from './tables/timeZones';
import { textOf } from './value';

const parameters = z.object({ outputFormat: z.enum(['iana', 'sap']) }).strict();

const DEFAULT = { iana: 'Europe/Berlin', sap: 'CET' } as const;

interface TimeZones {
	/** First zone of each code. */
	readonly iana: ReadonlyMap<string, string>;
	/** First code of each zone. */
	readonly sap: ReadonlyMap<string, string>;
}

let zones: TimeZones | undefined;

/** Code of SAP <-> zone of IANA; the other form stays, absent or unknown is Central Europe. */
export const convertTimezoneCode: TransformationFunction<z.infer<typeof parameters>> = {
	name: 'convertTimezoneCode',
	subject: 'scalar',
	parameters,
	onAbsent: true,
	run(value, { outputFormat }) {
		if (value === null) return DEFAULT[outputFormat];
		zones ??= readTable();
		const text = textOf(value);
		if (zones[outputFormat === 'iana' ? 'sap' : 'iana'].has(text)) return text;
		return zones[outputFormat].get(text) ?? DEFAULT[outputFormat];
	},
};

function readTable(): TimeZones {
	const iana = new Map<string, string>();
	const sap = new Map<string, string>();
	for (const line of TIME_ZONES.split('\n')) {
		const [code = '', ...words] = line.split(' ');
		let area = '';
		for (const word of words) {
			if (word.endsWith('/')) {
				area = word;
				continue;
			}
			const zone = area + word;
			if (!iana.has(code)) iana.set(code, zone);
			if (!sap.has(zone)) sap.set(zone, code);
		}
	}
	return { iana, sap };
}
