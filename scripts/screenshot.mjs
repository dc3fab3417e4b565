// Pictures of the demo's workflow in the editor, for README and docs: `node scripts/screenshot.mjs`.
// Needs a Chromium (CHROMIUM, default /usr/bin/chromium); playwright-core goes into the demo's cache.
import { mkdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { npm } from '../demo/children.mjs';
import { once } from '../demo/installation.mjs';
import { root } from '../demo/package.mjs';
import { createRealHost } from '../demo/realHost.mjs';
import { checkTools, install, load, openN8n, pack, prepare } from '../demo/stage.mjs';

const playwrightVersion = '1.65.1';
const sizeLimit = 150_000;
const images = join(root, 'docs', 'images');

async function launchBrowser({ cache, log }) {
	const folder = join(cache, 'playwright');
	await once(folder, () =>
		npm(['install', `playwright-core@${playwrightVersion}`, '--no-audit', '--no-fund'], {
			cwd: folder,
			log,
		}),
	);
	const { chromium } = createRequire(join(folder, 'package.json'))('playwright-core');
	return chromium.launch({
		executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
		args: ['--no-sandbox'],
	});
}

async function signInTo(page, url, { email, password }) {
	await page.goto(`${url}/signin`);
	await page.fill('input[type=email]', email);
	await page.fill('input[type=password]', password);
	await page.click('button:has-text("Sign in")');
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
}

async function save(target, name) {
	const path = join(images, `${name}.png`);
	await target.screenshot({ path, animations: 'disabled' });
	const { size } = await stat(path);
	console.log(`${path.slice(root.length)}: ${Math.round(size / 1000)} kB`);
	if (size > sizeLimit) throw new Error(`${name}.png is larger than ${sizeLimit / 1000} kB.`);
}

/** `SAP Identity Authentication Trigger` -> `sap-identity-authentication-trigger` */
const fileName = (node) => node.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

const settle = (page) => page.waitForTimeout(1_000);

/** The workflow on the canvas, after a run from its pinned data. */
async function showCanvas(page) {
	await page.waitForSelector('[data-test-id="canvas-node"]');
	// Messages that come and go would hide what the picture is about.
	await page.addStyleTag({
		content: '.el-notification, .el-popper, [role=tooltip] { visibility: hidden !important }',
	});
	await page.click('[data-test-id="execute-workflow-button"]');
	await page.waitForSelector('[data-test-id="canvas-node-status-success"]');
	await page.click('[data-test-id="zoom-to-fit"]');
	await page.click('[data-test-id="zoom-out-button"]');
	await settle(page);
}

/** The panel of a node; of a trigger with its production URL. */
async function showPanel(page, node) {
	await page.dblclick(`[data-test-id="canvas-node"][data-node-name="${node}"]`);
	await page.waitForSelector('[data-test-id="ndv"]');
	const urls = page.getByText('Webhook URLs');
	if ((await urls.count()) > 0) {
		await urls.click();
		await page.getByText('Production URL', { exact: true }).click();
	}
	await settle(page);
}

const stage = await prepare();
await checkTools(stage);
await install(stage);
const n8n = await openN8n(stage, await pack(stage));
const [{ openWorld }, { buildCredentials, buildWorkflow }] = await Promise.all(
	['demo/world.ts', 'demo/workflow.ts'].map(load),
);
const world = await openWorld();
const host = createRealHost(n8n);
const workflow = buildWorkflow(world.jonas);
await host.publish(workflow, buildCredentials(world));

await mkdir(images, { recursive: true });
const browser = await launchBrowser(stage);
const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
await signInTo(page, n8n.url, n8n.owner);
await page.goto(`${n8n.url}/workflow/${host.workflows[0].id}`);
await showCanvas(page);
await save(page, 'first-sync');
for (const { name, type } of workflow.nodes) {
	if (type.endsWith('stickyNote')) continue;
	await showPanel(page, name);
	await save(page, fileName(name));
	await page.keyboard.press('Escape');
}

await browser.close();
await n8n.stop();
await world.close();
