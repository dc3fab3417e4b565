import { describeFault, type TransformationError } from '../../src/transformation';

/** The fault that comes first as headline, all of them as a list: the editor shows descriptions as HTML. */
export function listFaults({ message, faults, hint }: TransformationError): {
	message: string;
	description: string;
} {
	const [first] = faults;
	if (first === undefined || faults.length === 1) return { message, description: hint };
	const rows = faults.map((fault) => `<li>${escapeHtml(describeFault(fault))}</li>`);
	return {
		message: `The transformation has ${faults.length} faults, the first is ${describeFault(first)}`,
		description: `<ul>${rows.join('')}</ul>${escapeHtml(hint)}`,
	};
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeHtml(text: string): string {
	return text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}
