import { sapSuccessFactors } from '../../src/systems/sap-successfactors/system';
import type { TriggerSource } from '../shared/trigger/source';

export const successFactorsSource: TriggerSource = {
	system: sapSuccessFactors,
	application: 'SAP SuccessFactors',
	whatToEnter:
		"the <b>Production URL</b> from 'Webhook URLs' above (not the test URL), and what the credential asks for. In its Admin Center: <i>Integration Service Registration Center</i> and <i>Manage Identity Provisioning Real Time Sync</i>, or <i>Event Subscription Management</i> for SOAP notices.",
	page: 'sap-successfactors',
	example: 'prod-sf',
	respond: 'received',
	canPush: false,
};
