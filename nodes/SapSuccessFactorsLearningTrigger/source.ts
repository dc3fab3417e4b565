import { sapSuccessFactorsLearning } from '../../src/systems/sap-successfactors-learning/system';
import type { TriggerSource } from '../shared/trigger/source';

export const successFactorsLearningSource: TriggerSource = {
	system: sapSuccessFactorsLearning,
	application: 'SAP SuccessFactors Learning',
	whatToEnter:
		'of the <b>Production URL</b> above everything up to <code>/ipsproxy/service/api</code> as <code>ipsAPIUrl</code>, the System ID as <code>ipsSourceSystemID</code>, and what the credential asks for. In its administration: <i>System Configuration > SAP CLOUD IDENTITY SERVICES</i>.',
	page: 'sap-successfactors-learning',
	example: 'prod-lms',
	respond: 'finished',
	canPush: false,
};
