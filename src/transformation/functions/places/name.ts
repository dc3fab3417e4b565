/** Longer than any name in the tables, so that nothing is searched in vain. */
const LONGEST_NAME = 100;

/** What names are compared by: no case, no accents, no punctuation. Empty for what is no name. */
export function foldName(name: string): string {
	if (name.length > LONGEST_NAME) return '';
	return name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/&/g, ' and ')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
