import type { Block } from './block';

/**
 * Paths of the output that an update sets, each once. What is removed again whatever the entity says is
 * not among them: the author does not send it, so it belongs to somebody else at the target.
 *
 * @param incoming paths that the entity may carry; they are what a copy of the whole entity sets
 */
export function ownedPaths(block: Block | undefined, incoming?: readonly string[]): string[] {
	if (block === undefined || block.ignore) return [];
	const owned = new Set<string>();
	for (const { shape } of block.active.update) {
		if (shape.targetPath === undefined) continue;
		const path = canonicalPath(shape.targetPath);
		if (shape.type === 'remove') {
			if (shape.condition === undefined) removeBelow(owned, path);
			continue;
		}
		if (shape.type === 'rename') owned.add(renamed(path, String(shape.constant)));
		if (path === '$' && shape.sourcePath === '$')
			for (const each of incoming ?? ['$']) owned.add(each);
		else owned.add(path);
	}
	return [...owned];
}

function removeBelow(owned: Set<string>, path: string): void {
	for (const each of owned) {
		if (each === path || each.startsWith(`${path}.`) || each.startsWith(`${path}[`))
			owned.delete(each);
	}
}

/** `$.a.b` and `$['urn:x']`: dots where a name allows it, brackets and quotes elsewhere. */
function canonicalPath(path: string): string {
	const [plain = '', ...filters] = path.trim().split(/(?=\[\?)/);
	const rooted = /^[$@]/.test(plain) ? `$${plain.slice(1)}` : `$.${plain}`;
	const dotted = rooted
		.replace(/\[\s*"([^"\\]*)"\s*\]/g, "['$1']")
		.replace(/\.?\['([A-Za-z_$][\w$-]*)'\]/g, '.$1');
	return [dotted, ...filters].join('');
}

function renamed(path: string, name: string): string {
	return canonicalPath(path.replace(/(?:\.[^.[\]]+|\['[^']*'\])$/, `['${name}']`));
}
