// n8n's own community-package scan, over what would be published: the packed tarball, unpacked, and the
// sources that its provenance would name. Beside it: what is in the tarball, how big it is, and whether the
// library loads from it with nothing else installed.
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { endWithThisProcess, run } from '../demo/children.mjs';
import { packPackage, root } from '../demo/package.mjs';

const sizeLimit = 500_000;
const allowed = /^package\/(dist\/.+|README\.md|LICENSE|package\.json)$/;
const required = ['package/README.md', 'package/LICENSE', 'package/package.json'];

endWithThisProcess();
const folder = await mkdtemp(join(tmpdir(), 'scan-'));
const log = createWriteStream(join(folder, 'scan.log'));
const findings = [];

try {
	const tarball = await packPackage({ log, say: console.log });
	const { size } = await stat(tarball);
	const files = (await run('tar', ['-tzf', tarball], { log })).trim().split('\n');
	console.log(`${basename(tarball)}: ${size} bytes, ${files.length} files`);
	if (size >= sizeLimit) findings.push(`The tarball is not below ${sizeLimit} bytes.`);
	for (const file of files) {
		if (!allowed.test(file)) findings.push(`${file} does not belong into the package.`);
	}
	for (const file of required) {
		if (!files.includes(file)) findings.push(`${file} is missing.`);
	}

	await run('tar', ['-xzf', tarball, '-C', folder], { log });
	const { sync, systems } = createRequire(import.meta.url)(join(folder, 'package'));
	if (typeof sync !== 'function' || !systems?.size) findings.push('The library does not load.');
	for (const [what, place, patterns] of [
		['package', join(folder, 'package'), ['**/*.js', 'package.json']],
		['sources', root, SOURCE_FILE_PATTERNS],
	]) {
		const { passed, message, details = '' } = await analyzePackage(place, patterns);
		console.log(`Scan of the ${what}: ${passed ? 'passed' : message}`);
		if (!passed) findings.push(`${message}\n${details}`);
	}
} finally {
	log.end();
	await rm(folder, { recursive: true, force: true });
}

for (const finding of findings) console.error(finding);
console.log(`${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;
