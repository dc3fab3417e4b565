/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs at build time; not shipped */
import { cp } from 'node:fs/promises';
import { basename } from 'node:path';
import { defineConfig } from 'tsup';

/** What n8n reads beside the code: icons, codex files and output schemas. */
const isAsset = (path: string) =>
	/\.(svg|png)$|\.node\.json$|[\\/]__schema__([\\/]|$)/.test(path) || !basename(path).includes('.');

export default defineConfig({
	entry: ['index.ts', 'nodes/*/*.node.ts', 'credentials/*.credentials.ts'],
	format: ['cjs'],
	platform: 'node',
	// Class fields have to be lowered: what tsup does to split CommonJS breaks them in jose's errors.
	target: 'es2021',
	outDir: 'dist',
	clean: true,
	// Shared code lands once in a chunk instead of once in every node.
	splitting: true,
	external: ['n8n-workflow'],
	noExternal: ['zod', 'jose', 'fast-xml-parser'],
	dts: { entry: { index: 'index.ts' } },
	async onSuccess() {
		for (const folder of ['nodes', 'credentials']) {
			await cp(folder, `dist/${folder}`, { recursive: true, filter: isAsset });
		}
	},
});
