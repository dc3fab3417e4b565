import { identityAuthentication } from '../../src/systems/identity-authentication/system';
import type { TriggerSource } from '../shared/trigger/source';

export const identityAuthenticationSource: TriggerSource = {
	system: identityAuthentication,
	application: 'SAP Identity Authentication',
	whereToPaste:
		'In its console: <i>Users & Authorizations > Real-Time Provisioning > Add</i>, type <i>Identity Provisioning</i>. <a href="https://github.com/realtime-provisioning/n8n-nodes-realtime-provisioning/blob/main/docs/nodes/sap-identity-authentication-trigger.md" target="_blank">Step by step</a>.',
	respond: 'received',
};
