import { cloudFoundryUaaServer } from './cloud-foundry-uaa-server/system';
import { identityAuthentication } from './identity-authentication/system';
import { identityProvisioning } from './identity-provisioning/system';
import { localIdentityDirectory } from './local-identity-directory/system';
import { sapAnalyticsCloud } from './sap-analytics-cloud/system';
import { sapBuildWorkZoneAdvancedEdition } from './sap-build-work-zone-advanced-edition/system';
import { sapCommerceCloud } from './sap-commerce-cloud/system';
import { sapFieldServiceManagement } from './sap-field-service-management/system';
import { sapJamCollaboration } from './sap-jam-collaboration/system';
import { sapSuccessFactors } from './sap-successfactors/system';
import { sapSuccessFactorsLearning } from './sap-successfactors-learning/system';
import { scimSystem } from './scim-system/system';
import type { System } from './system';

/** The registry: the nodes' lists, their fields and the docs come from it. */
export const systems: ReadonlyMap<string, System> = new Map(
	[
		cloudFoundryUaaServer,
		identityAuthentication,
		identityProvisioning,
		localIdentityDirectory,
		sapAnalyticsCloud,
		sapBuildWorkZoneAdvancedEdition,
		sapCommerceCloud,
		sapFieldServiceManagement,
		sapJamCollaboration,
		sapSuccessFactors,
		sapSuccessFactorsLearning,
		scimSystem,
	].map((system) => [system.id, system]),
);

export { isTarget, isTold, isWritable, targetTraits } from './traits';
export type { LongList, Odata2Reading, Reading, Scim2Reading } from './reading';
export type {
	CsrfProtection,
	Odata2Version,
	ReadableVersion,
	RealTimeVersion,
	Scim2Version,
	SourceTraits,
	System,
	SystemVersion,
	TargetTraits,
	TransformationDirection,
	UpdateMethod,
} from './system';
