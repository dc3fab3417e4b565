// Pictures of the demo's workflow in the editor, for README and docs: `node scripts/screenshot.mjs`; and of
// every form and every operation, for whoever changes one, in `.cache/forms`.
// Needs a Chromium (CHROMIUM, default /usr/bin/chromium); playwright-core goes into the demo's cache.
import { mkdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { npm } from '../demo/children.mjs';
import { once } from '../demo/installation.mjs';
import { root } from '../demo/package.mjs';
import { createRealHost } from '../demo/realHost.mjs';
import { pictureForms } from './forms.mjs';
import { checkTools, install, load, openN8n, pack, prepare } from '../demo/stage.mjs';

const playwrightVersion = '1.65.1';
const sizeLimit = 100_000;
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

/** `sapSuccessFactorsTrigger` -> `sap-successfactors-trigger`, as the page of the node is called */
const fileName = (type) =>
	type
		.replace('SuccessFactors', 'Successfactors')
		.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

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

/** The parameters of a node; of a trigger with its production URL. */
async function showParameters(page, node) {
	await page.dblclick(`[data-test-id="canvas-node"][data-node-name="${node}"]`);
	await page.waitForSelector('[data-test-id="ndv"]');
	const urls = page.getByText('Webhook URLs', { exact: true });
	if ((await urls.count()) > 0) {
		await urls.click();
		await page.getByText('Production URL', { exact: true }).click();
	}
	await settle(page);
	return page.locator('[data-test-id="node-parameters"]');
}

async function openWorkflow(page, url, { id }) {
	await page.goto(`${url}/workflow/${id}`);
	await page.waitForSelector('[data-test-id="canvas-node"]');
	await settle(page);
}

const stage = await prepare();
await checkTools(stage);
await install(stage);
// Whatever port this machine has free, the pictures show the same address.
const n8n = await openN8n(stage, await pack(stage), { WEBHOOK_URL: 'https://n8n.example.com/' });
const [{ openWorld }, { buildScenes }] = await Promise.all(
	['demo/world.ts', 'demo/scenes.ts'].map(load),
);
const world = await openWorld();
const host = createRealHost(n8n);
const { tenant, employees, learners, directory } = buildScenes(world);
const scenes = [tenant, employees, learners, directory];
for (const { workflow, credentials } of scenes) await host.publish(workflow, credentials);

const stored = await n8n.session.ask('GET', '/rest/credentials');

/** An example as n8n holds it after the import, with the credentials of these names. */
async function importExample(name) {
	const path = join(root, 'workflows', `${name}.json`);
	const example = JSON.parse(await readFile(path, 'utf8'));
	const choose = ([type, credential]) => {
		const { id } = stored.find((one) => one.name === credential.name);
		return [type, { id, name: credential.name }];
	};
	const nodes = example.nodes.map((node) => ({
		...node,
		credentials: Object.fromEntries(Object.entries(node.credentials ?? {}).map(choose)),
	}));
	return [example, await n8n.session.createWorkflow({ ...example, nodes })];
}

/** Type of a node and the workflow to find one in. */
const pictured = [
	['sapIdentityAuthenticationTrigger', tenant.workflow, host.workflows[0]],
	['provisioningTarget', tenant.workflow, host.workflows[0]],
	['sapSuccessFactorsTrigger', employees.workflow, host.workflows[1]],
	['sapSuccessFactorsLearningTrigger', learners.workflow, host.workflows[2]],
	['sapIdentityDirectoryTrigger', directory.workflow, host.workflows[3]],
	['provisioningSource', ...(await importExample('all-users-to-one-target'))],
	['provisioningTransform', ...(await importExample('transform-and-explain'))],
];

await mkdir(images, { recursive: true });
const browser = await launchBrowser(stage);
const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
await signInTo(page, n8n.url, n8n.owner);
await openWorkflow(page, n8n.url, host.workflows[0]);
await showCanvas(page);
await save(page, 'first-sync');
await page.setViewportSize({ width: 1280, height: 1100 });
for (const [type, { nodes }, workflow] of pictured) {
	const { name } = nodes.find((node) => node.type.endsWith(`.${type}`));
	await openWorkflow(page, n8n.url, workflow);
	await save(await showParameters(page, name), fileName(type));
}

await pictureForms({ page, ...n8n, folder: join(root, '.cache', 'forms') });

await browser.close();
await n8n.stop();
await world.close();
