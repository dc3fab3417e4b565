/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the documentation; not shipped */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const PACKAGE = "'n8n-nodes-realtime-provisioning'";

export function readPage(name: string): string {
	return readFileSync(join(ROOT, 'docs', name), 'utf8');
}

/**
 * Writes the code blocks of a page that carry a file name into a folder of their own, where the package stands
 * for its source.
 *
 * @returns the folder
 */
export function writeExamples(
	page: string,
	change: (file: string, text: string) => string = (_, text) => text,
): string {
	const folder = mkdtempSync(join(tmpdir(), 'documented-examples-'));
	for (const [, file = '', text = ''] of page.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)) {
		const source = text.replaceAll(PACKAGE, JSON.stringify(join(ROOT, 'index.ts')));
		writeFileSync(join(folder, file), change(file, source));
	}
	return folder;
}
