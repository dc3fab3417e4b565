import type { JsonObject } from '../src/model/json';
import type { Endpoint } from '../test/support/notice';
import type { Published, StoredCredential, WorkflowJson } from './host';
import type { Promised } from './promises';
import {
	EMPLOYEE_PROPERTIES,
	readEmployees,
	readLearners,
	writeWithGroups,
} from './transformations';
import type { FaultyProxy } from '../test/support/proxy';
import { buildCredentials, buildWorkflow, sketchedWorkflow, type Sketch } from './workflow';
import type { World } from './world';

/** A workflow of the story and its credentials, filled in. */
export interface Scene {
	readonly workflow: WorkflowJson;
	readonly credentials: readonly StoredCredential[];
	/** Through which its workflow reaches the target. */
	readonly proxy: FaultyProxy;
}

export type SceneName = 'tenant' | 'leavers' | 'employees' | 'learners' | 'directory';

/** A scene as it is being played. */
export interface Played {
	readonly published: Published;
	/** What its source application is given. */
	readonly endpoint: Endpoint;
	readonly proxy: FaultyProxy;
}

export type Stage = Readonly<Record<SceneName, Played>>;

/** What a stranger tries. */
export const GUESSED = 'guessed';

const TENANT: Pick<Sketch, 'trigger' | 'typeVersion'> = {
	trigger: ['SAP Identity Authentication Trigger', 'sapIdentityAuthenticationTrigger'],
	typeVersion: 2,
};

function readWith(document: JsonObject): JsonObject {
	return {
		options: {
			sourceTransformation: 'custom',
			sourceTransformationJson: JSON.stringify(document),
		},
	};
}

/** The workflows of the story; the first is the example that everybody gets. */
export function buildScenes(
	world: World,
	without: readonly Promised[] = [],
): Readonly<Record<SceneName, Scene>> {
	const keeps = (promise: Promised) => !without.includes(promise);
	const { proxy, otherProxy } = world;
	const sceneOf = (sketch: Sketch, source: Parameters<typeof buildCredentials>[2]): Scene => {
		const behind = source === world.source ? proxy : otherProxy;
		return {
			proxy: behind,
			workflow: sketchedWorkflow(sketch),
			credentials: buildCredentials({ ...world, proxy: behind }, sketch.application, source),
		};
	};
	const property = Object.entries(EMPLOYEE_PROPERTIES).map(([name, value]) => ({ name, value }));
	const employees = readEmployees({
		onlyEmployees: keeps('condition'),
		withCountry: keeps('country'),
	});
	return {
		tenant: {
			proxy,
			workflow: buildWorkflow(
				world.jonas,
				keeps('disable') ? {} : { policy: { onDelete: 'delete' } },
			),
			credentials: buildCredentials(world).map((credential) =>
				credential.type === 'realTimeEndpointApi' && !keeps('password')
					? { ...credential, data: { ...credential.data, secondPassword: GUESSED } }
					: credential,
			),
		},
		leavers: sceneOf(
			{
				...TENANT,
				name: 'Three may leave in an hour',
				application: 'Identity Authentication, leavers',
				systemId: 'acme-iam-leavers',
				webhookId: '6b0c8c56-5f6a-4f0e-8f0b-3f2d1f3a7e21',
				target: { policy: { deletionBudget: keeps('guard') ? 3 : 1000 } },
			},
			world.source,
		),
		employees: sceneOf(
			{
				name: 'Employees, not contractors',
				application: 'SuccessFactors',
				trigger: ['SAP SuccessFactors Trigger', 'sapSuccessFactorsTrigger'],
				typeVersion: 1,
				systemId: 'acme-sf',
				webhookId: 'f4a0d5b7-4c3e-4b8e-9d58-7a1c0e6b2d22',
				target: { properties: { property }, ...readWith(employees) },
			},
			world.successFactors,
		),
		learners: sceneOf(
			{
				name: 'Active learners',
				application: 'SuccessFactors Learning',
				trigger: ['SAP SuccessFactors Learning Trigger', 'sapSuccessFactorsLearningTrigger'],
				typeVersion: 2,
				systemId: 'acme-lms',
				webhookId: '9e5d2b14-0a7c-4a51-8c36-2b4f8d7e1a23',
				target: readWith(readLearners({ onlyActive: keeps('condition') })),
			},
			world.learning,
		),
		directory: sceneOf(
			{
				name: 'Users and groups',
				application: 'Local Identity Directory',
				trigger: ['SAP Identity Directory Trigger', 'sapIdentityDirectoryTrigger'],
				typeVersion: 2,
				systemId: 'acme-directory',
				webhookId: '3d7f9a02-6e1b-4c94-b1a5-5c8e0f2d6b24',
				target: keeps('groups')
					? { transformation: 'custom', transformationJson: JSON.stringify(writeWithGroups()) }
					: {},
			},
			world.directory,
		),
	};
}
