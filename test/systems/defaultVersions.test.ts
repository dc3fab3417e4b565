import type { INodeProperties } from 'n8n-workflow';
import { systems } from '../../src/systems';
import { flatten, nodes, propertiesOf } from '../nodes/describedPackage';
import { TRIGGERS } from '../nodes/triggers';

/**
 * n8n does not save a parameter that has its default value, so a default is what every workflow means that
 * was saved without a version: it stays, whatever versions are added. Another one needs another
 * `typeVersion` of the nodes. A system joins this list with its first release.
 */
const DEFAULTS: Readonly<Record<string, string>> = {
	'cloud-foundry-uaa-server': '1.1',
	'identity-authentication': '2',
	'identity-provisioning': '1',
	'local-identity-directory': '2',
	'sap-analytics-cloud': '2',
	'sap-build-work-zone-advanced-edition': '1',
	'sap-commerce-cloud': '1',
	'sap-field-service-management': '1',
	'sap-jam-collaboration': 'connector',
	'sap-successfactors': '1',
	'sap-successfactors-learning': '1',
	'scim-system': '2.0',
};

/** Where it cannot be written to in the version that it is usually read in. */
const WRITTEN: Readonly<Record<string, string>> = { 'sap-successfactors': '2' };

const fields = nodes.flatMap((node) =>
	flatten(propertiesOf(node), node.name).filter(([, { name }]) => name === 'apiVersion'),
);

function isFor({ displayOptions }: INodeProperties, path: string, id: string): boolean {
	const shown = displayOptions?.show?.['system'];
	if (shown !== undefined) return shown.includes(id);
	// A trigger has one system.
	return TRIGGERS.some(({ name, system }) => system === id && path.startsWith(`${name}.`));
}

function writes({ displayOptions }: INodeProperties, path: string): boolean {
	const shown = displayOptions?.show?.['operation'] ?? [];
	return path.startsWith('ProvisioningTarget.') || shown.includes('write');
}

test.each(Object.entries(DEFAULTS))('%s without a version is version %s', (id, version) => {
	expect(systems.get(id)?.versions[0].version).toBe(version);
	const defaults = fields
		.filter(([path, property]) => isFor(property, path, id))
		.map(([path, property]) => {
			const usual = writes(property, path) ? (WRITTEN[id] ?? version) : version;
			return [path, property.default, usual] as const;
		});
	expect(defaults).toEqual(defaults.map(([path, , usual]) => [path, usual, usual]));
});

test('every field of a version belongs to a system of the list', () => {
	const known = Object.keys(DEFAULTS);
	const strange = fields.filter(
		([path, property]) => !known.some((id) => isFor(property, path, id)),
	);
	expect(strange.map(([path]) => path)).toEqual([]);
});
