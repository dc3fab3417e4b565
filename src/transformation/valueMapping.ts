import type { Json } from '../model/json';
import { jsonFrom } from './json';
import { joinPointer } from './faults';
import type { Findings } from './findings';
import type { MappingShape } from './schema';
import type { Source } from './source';
import { compileRead } from './read';

/** The first entry whose keys equal the values of all `sourcePaths`, as text, gives the value. */
export function compileValueMapping(
	shape: MappingShape,
	pointer: string,
	findings: Findings,
): Source {
	const paths = shape.sourcePaths ?? [];
	const reads = paths.map((text, index) =>
		compileRead(text, `${pointer}/sourcePaths/${index}`, findings),
	);
	const table = new Map<string, Json>();
	shape.valueMappings?.forEach(({ key, mappedValue }, index) => {
		const signature = sign(key.map(String));
		if (table.has(signature)) {
			const place = joinPointer(joinPointer(pointer, 'valueMappings'), index);
			findings.warn(place, 'the same `key` stands above; this entry is never used');
			return;
		}
		table.set(signature, jsonFrom(mappedValue));
	});

	return {
		text: paths.join(', '),
		read(document) {
			const texts: string[] = [];
			for (const read of reads) {
				const value = read(document);
				if (value === undefined || typeof value === 'object') return undefined;
				texts.push(String(value));
			}
			return table.get(sign(texts));
		},
	};
}

// Each part carries its length, so that no two lists of texts look the same.
function sign(texts: readonly string[]): string {
	return texts.map((text) => `${text.length}:${text}`).join();
}
