/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads a file of the repository */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWorkflow } from '../../demo/workflow';

const file = join(__dirname, '../../workflows/first-sync.json');

describe('example workflow First sync', () => {
	it('is the one that the demo plays', () => {
		// To write it anew: JSON.stringify(buildWorkflow(), null, 2) and prettier.
		expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(buildWorkflow());
	});

	it('ships no id of a credential and no secret', () => {
		const credentials = buildWorkflow().nodes.flatMap((node) =>
			Object.values(node.credentials ?? {}),
		);
		expect(credentials).toHaveLength(3);
		for (const credential of credentials) expect(Object.keys(credential)).toEqual(['name']);
	});
});
