/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-hardcoded-secrets -- canaries, not secrets; not shipped */
import { inspect } from 'node:util';
import type { IDataObject } from 'n8n-workflow';
import type { EngineRun } from '../support/engine';
import { noticeOf, startBed, TARGET_TOKEN, type Bed } from './provisioningTargetBed';

let bed: Bed;
beforeEach(async () => {
	bed = await startBed();
});
afterEach(() => bed.close());

describe('secrets', () => {
	const canaries = [TARGET_TOKEN, 'reader-secret', 'canary-other'];
	const MODES = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;
	// One run where the pauses between repeated attempts are real.
	const ONCE = ['stopWorkflow'] as const;
	type Modes = typeof MODES | typeof ONCE;
	const cases: Array<[string, () => Record<string, IDataObject>, Modes]> = [
		['of a working connection', () => connections({}), MODES],
		['that are refused', () => connections({ token: 'canary-other' }), MODES],
		['for a server that is not there', () => connections({ baseUrl: 'http://127.0.0.1:9' }), ONCE],
		[
			'in a base URL',
			() => connections({ baseUrl: bed.target.url.replace('//', '//user:canary-other@') }),
			MODES,
		],
		[
			'for a token endpoint that refuses them',
			() =>
				connections({
					authentication: 'oAuth2ClientCredentials',
					tokenUrl: `${bed.target.url}/token`,
					clientId: 'client',
					clientSecret: 'canary-other',
				}),
			MODES,
		],
	];

	function connections(target: IDataObject): Record<string, IDataObject> {
		const { user, password } = bed.source.authentication;
		return {
			provisioningSourceApi: { baseUrl: bed.source.url, authentication: 'basic', user, password },
			provisioningTargetApi: {
				baseUrl: bed.target.url,
				authentication: 'bearer',
				token: TARGET_TOKEN,
				...target,
			},
		};
	}

	test.each(cases)('%s are in no item and no error', async (_, credentials, modes) => {
		const { id } = await bed.source.createUser(bed.createPerson());
		const runs: EngineRun[] = [];
		for (const onError of modes) {
			runs.push(await bed.run([noticeOf(id)], { credentials: credentials(), onError }));
		}
		for (const { run } of runs) {
			const everything = `${JSON.stringify(run.data.resultData)}${inspect(run.data.resultData, { depth: 20, showHidden: true })}`;
			for (const canary of canaries) expect(everything).not.toContain(canary);
			expect(everything).not.toMatch(/authorization/i);
		}
	});
});
