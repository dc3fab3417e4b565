// 12 forms in which proxies hand on a certificate, 15 forgeries of each: through n8n, past any proxy.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { send } from './rawHttp.mjs';
import { publishTenantTrigger } from './triggers.mjs';

/** Each call has an address of its own, or guessing would be answered with 429. */
const proxies = { network: '127.0.4.0/24', at: (number) => `127.0.4.${1 + number}` };
const strangerAt = (number) => `127.0.5.${1 + number}`;

/** What Node refuses before anybody asks for a certificate. */
const byNode = { '64 kB': 431, 'CR and LF behind it': 400 };
const statusOf = ({ name }) => byNode[name] ?? 401;

/**
 * A line end within a value has to be folded, or what follows would be a header that the proxy itself has set;
 * and of a header that is too long only as much is sent as Node reads before it hangs up.
 */
const asSent = ([name, value]) => [name, value.replace(/\r\n/g, '\r\n ').slice(0, 20_000)];

export function describeCertificateHeaders({ n8n, tools }) {
	const { PROXY_FORMS, secretsBehind, attacksWith, makeCast, shownBy } = tools;
	const cast = makeCast(Date.now());
	const attacks = attacksWith(cast);
	const triggers = new Map();
	let calls = 0;

	async function publish(form, secrets) {
		const systemId = `certificate-${triggers.size}`;
		const credential = {
			type: 'realTimeEndpointApi',
			name: systemId,
			data: {
				...secretsBehind(form, cast.honest),
				...secrets,
				// With a verify header alone n8n would not publish the workflow.
				...(secrets.certificateHeader === '' && { verifyHeader: '' }),
				trustedProxies: proxies.network,
			},
		};
		return publishTenantTrigger(n8n, systemId, credential);
	}

	const keyOf = (form, secrets = {}) => `${form.name} ${JSON.stringify(secrets)}`;
	const triggerOf = (form, secrets) => triggers.get(keyOf(form, secrets));

	/** Node sends each entry as it is: twice is twice. */
	function call({ path }, headers, from) {
		const lines = headers.map(asSent);
		const all = { 'content-type': 'application/scim+json', ...Object.fromEntries(lines) };
		return send(n8n.url, { path, headers: all, body: '{"id":"P000123"}', from });
	}

	describe('forged certificate headers', () => {
		before(async () => {
			for (const form of PROXY_FORMS) {
				for (const secrets of [{}, ...attacks.map(({ make }) => make(form).secrets ?? {})]) {
					const key = keyOf(form, secrets);
					if (!triggers.has(key)) triggers.set(key, await publish(form, secrets));
				}
			}
		});

		test('the table has 180 cells', () => {
			assert.equal(PROXY_FORMS.length * attacks.length, 180);
		});

		for (const form of PROXY_FORMS) {
			for (const attack of attacks) {
				test(`${form.name}, ${attack.name}: ${statusOf(attack)}`, async () => {
					const { headers, from, secrets } = attack.make(form);
					calls += 1;
					const address = from === 'stranger' ? strangerAt(calls) : proxies.at(calls);
					const answer = await call(triggerOf(form, secrets), headers, address);
					assert.equal(answer.status, statusOf(attack), answer.body);
				});
			}

			test(`${form.name}: the honest one comes in and starts one execution, all others none`, async () => {
				const trigger = triggerOf(form);
				const honest = shownBy(form, form.encode(cast.honest));
				assert.equal((await call(trigger, honest, proxies.at(200))).status, 202);
				assert.equal(await trigger.executions(), 1);
				const others = [...triggers].filter(
					([key, other]) => key.startsWith(`${form.name} `) && other !== trigger,
				);
				for (const [, other] of others) assert.equal(await other.executions(), 0);
			});
		}
	});
}
