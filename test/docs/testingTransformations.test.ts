/* eslint-disable @n8n/community-nodes/no-restricted-imports, @typescript-eslint/no-require-imports -- runs the examples of the documentation; not shipped */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readPage, writeExamples } from './examples';

const page = readPage('testing-transformations.md');
const folder = writeExamples(page);
const spoiled = writeExamples(page, (file, text) =>
	file === 'samples.json' ? text.replace('"ACME"', '"Other"') : text,
);
const faulty = writeExamples(page, (file, text) =>
	file === 'transformation.json' ? text.replace('sourcePath', 'sourcepath') : text,
);

afterAll(() => {
	for (const each of [folder, spoiled, faulty]) rmSync(each, { recursive: true });
});

describe('the example for Jest', () => {
	// Registers the tests of the page.
	require(join(folder, 'transformation.test.js'));
});

describe('the example for Node', () => {
	test('passes', () => {
		expect(() => require(join(folder, 'check.js'))).not.toThrow();
	});
	test('shows what is not as expected', () => {
		expect(() => require(join(spoiled, 'check.js'))).toThrow('an employee becomes an account');
	});
	test('shows faults of the document with their place', () => {
		expect(() => require(join(faulty, 'check.js'))).toThrow(/line 6, column 9/);
	});
});

test('both examples are short', () => {
	const lines = (file: string) =>
		new RegExp(`^\`\`\`js ${file}\\n([\\s\\S]*?)^\`\`\`$`, 'm')
			.exec(page)?.[1]
			?.split('\n')
			.filter((line) => line.endsWith(';')).length;
	expect(lines('transformation.test.js')).toBeLessThanOrEqual(6);
	expect(lines('check.js')).toBeLessThanOrEqual(8);
});
