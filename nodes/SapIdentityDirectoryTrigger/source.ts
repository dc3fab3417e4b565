import { localIdentityDirectory } from '../../src/systems/local-identity-directory/system';
import type { TriggerSource } from '../shared/trigger/source';

export const localIdentityDirectorySource: TriggerSource = {
	system: localIdentityDirectory,
	application: 'SAP Local Identity Directory',
	whatToEnter:
		"the <b>Production URL</b> from 'Webhook URLs' above (not the test URL), and what the credential asks for. In the console of the tenant: <i>Users & Authorizations > Real-Time Provisioning > Add</i>, type <i>Identity Provisioning</i>.",
	page: 'local-identity-directory',
	example: 'prod-lid',
	respond: 'received',
	canPush: true,
};
