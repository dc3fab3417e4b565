import { identityAuthentication } from '../../src/systems/identity-authentication/system';
import type { TriggerSource } from '../shared/trigger/source';

export const identityAuthenticationSource: TriggerSource = {
	system: identityAuthentication,
	application: 'SAP Identity Authentication',
	whatToEnter:
		"the <b>Production URL</b> from 'Webhook URLs' above (not the test URL), and what the credential asks for. In its console: <i>Users & Authorizations > Real-Time Provisioning > Add</i>, type <i>Identity Provisioning</i>.",
	page: 'identity-authentication',
	example: 'prod-ias',
	respond: 'received',
	canPush: true,
};
