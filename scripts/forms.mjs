// Pictures of what the editor shows for every kind of authentication and every operation, to be looked at.
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

const prefix = 'n8n-nodes-realtime-provisioning.';
const settle = (page) => page.waitForTimeout(600);

/** n8n keeps forms and panels within the window. */
const unrolled = `
	[data-test-id="editCredential-modal"] { height: auto !important; top: 0 !important }
	[data-test-id="editCredential-modal"], [data-test-id="editCredential-modal"] * { max-height: none !important }
	[class*="_mainContent_"], .modal-content, .el-dialog__body { height: auto !important; overflow: visible !important }
`;

/** Names of the choices of the first list on the form; all of them stay chosen where several may be. */
async function kindsOf(form) {
	await form.locator('.el-select').first().click();
	const items = form.page().locator('.el-select-dropdown__item:visible');
	await items.first().waitFor();
	return items;
}

async function pictureForm(page, folder, { id, type }, url) {
	await page.goto(`${url}/home/credentials/${id}`);
	const form = page.locator('[data-test-id="editCredential-modal"]');
	await form.waitFor();
	await page.addStyleTag({ content: unrolled });
	await settle(page);
	const count = await (await kindsOf(form)).count();
	await page.keyboard.press('Escape');
	for (let position = 0; position < count; position++) {
		const kind = (await kindsOf(form)).nth(position);
		const isChosen = (await kind.getAttribute('aria-selected')) === 'true';
		if (!isChosen) await kind.click();
		await page.keyboard.press('Escape');
		await settle(page);
		const fields = form.locator('[data-test-id="node-credentials-config-container"]');
		await fields.screenshot({ path: join(folder, `${type}-${position + 1}.png`) });
	}
}

/** Every operation of a node, on one canvas. */
function variants(type) {
	const operations = type.properties.find(({ name }) => name === 'operation')?.options ?? [];
	// n8n adds an operation of its own.
	const ours = operations.filter(({ value }) => !value.startsWith('__'));
	return ours.map(({ value }) => ({ name: `${type.name}-${value}`, operation: value, type }));
}

/**
 * @param {{ page: import('playwright-core').Page, session: object, url: string, folder: string }} where
 */
export async function pictureForms({ page, session, url, folder }) {
	await mkdir(folder, { recursive: true });
	const stored = await session.ask('GET', '/rest/credentials');
	const oneOfEach = new Map(stored.map((credential) => [credential.type, credential]));
	await page.setViewportSize({ width: 1280, height: 2400 });
	for (const credential of oneOfEach.values()) await pictureForm(page, folder, credential, url);

	const types = await (await page.request.get(`${url}/types/nodes.json`)).json();
	const isOurs = ({ name }) => name.startsWith(prefix) && !name.endsWith('Tool');
	const panels = types.filter(isOurs).flatMap(variants);
	const nodes = panels.map(({ name, operation, type }, position) => ({
		id: randomUUID(),
		name,
		type: type.name,
		typeVersion: [type.version].flat().at(-1),
		position: [(position % 5) * 240, Math.floor(position / 5) * 200],
		parameters: { operation },
	}));
	const { id } = await session.createWorkflow({ name: 'Every operation', nodes, connections: {} });
	for (const { name } of panels) {
		await page.goto(`${url}/workflow/${id}`);
		await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
		await page.waitForSelector('[data-test-id="ndv"]');
		await settle(page);
		const path = join(folder, `${name.slice(prefix.length)}.png`);
		await page.locator('[data-test-id="node-parameters"]').screenshot({ path });
	}
	console.log(`${folder}: every form and every operation`);
}
