import { sapSuccessFactorsLearning } from '../../src/systems/sap-successfactors-learning/system';
import type { TriggerSource } from '../shared/trigger/source';

export const successFactorsLearningSource: TriggerSource = {
	system: sapSuccessFactorsLearning,
	application: 'SAP SuccessFactors Learning',
	whatToEnter:
		'as <code>ipsURL</code> what stands before <code>/ipsproxy</code> in the <b>Production URL</b> above, as <code>ipsAPIUrl</code> the same with <code>/ipsproxy/service/api</code>, as <code>ipsSourceSystemID</code> the System ID, and what the credential asks for. In its administration: <i>System Configuration > SAP CLOUD IDENTITY SERVICES</i>.',
	page: 'sap-successfactors-learning',
	example: 'prod-lms',
	respond: 'finished',
	canPush: false,
};
