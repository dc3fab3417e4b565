import { callEndpoint } from '../test/support/notice';
import { createApplicationSteps } from './applicationSteps';
import { GUESSED, type Stage } from './scenes';
import { NO_START, type Step } from './step';
import { createTenantSteps } from './tenantSteps';
import type { World } from './world';

/** Strangers, and callers who are broken. */
function createRefusedSteps(
	{ target, jonas, leavers }: World,
	{ tenant: { endpoint } }: Stage,
): Step[] {
	const refused = {
		scene: 'tenant',
		source: 'anybody',
		writes: [],
		requests: 0,
		why: NO_START,
	} as const;
	return [
		{
			...refused,
			notice: 'wrong password',
			answer: 401,
			look: () => undefined,
			act: async () => [
				await callEndpoint(
					{ ...endpoint, password: GUESSED },
					{ method: 'DELETE', body: JSON.stringify({ id: leavers[0] ?? '' }) },
				),
			],
		},
		{
			...refused,
			notice: 'bad JSON',
			answer: 400,
			look: () => target.users().find(({ externalId }) => externalId === jonas),
			act: async () => [
				await callEndpoint(endpoint, {
					method: 'POST',
					body: `{"id":"${jonas}"`,
					contentType: 'application/scim+json',
				}),
			],
		},
	];
}

/** The story: people join, change and leave, and what goes wrong on the way. */
export function createStorySteps(world: World, stage: Stage): readonly Step[] {
	const tenant = createTenantSteps(world, stage);
	const { hiring, learner, directory } = createApplicationSteps(world);
	return [
		...tenant.joining,
		...hiring,
		tenant.leavers,
		learner,
		...directory,
		tenant.leaving,
		...createRefusedSteps(world, stage),
		...tenant.unreadable,
	];
}
