import type { Block } from './block';

/** Paths that an update writes or removes, each once, in the order of the document. */
export function ownedPaths(block: Block | undefined): string[] {
	if (block === undefined || block.ignore) return [];
	const paths = block.active.update.flatMap(({ shape }) => {
		if (shape.targetPath === undefined) return [];
		const path = canonicalPath(shape.targetPath);
		return shape.type === 'rename' ? [path, renamed(path, String(shape.constant))] : [path];
	});
	return paths.includes('$') ? ['$'] : [...new Set(paths)];
}

/** `$.a.b` and `$['urn:x']`: dots where a name allows it, brackets and quotes elsewhere. */
export function canonicalPath(path: string): string {
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
