import type { INodeTypeDescription } from 'n8n-workflow';
import type { TriggerSource } from './source';

/** What the panel of a trigger says while there is no data yet. */
export function panelOf({ application }: TriggerSource): INodeTypeDescription['triggerPanel'] {
	return {
		header: `Receive changes from ${application}`,
		executionsHelp: {
			inactive: `<b>While you build the workflow</b>, click 'Execute step' and send a call to the test URL: it lives for two minutes and takes one call. <b>When you are done</b>, publish the workflow and enter the production URL in ${application}.`,
			active:
				"<b>This workflow is published</b>: changes sent to the production URL run it, and appear in the <a data-key='executions'>executions list</a>, not here. To try a change of the workflow, click 'Execute step' and send a call to the test URL.",
		},
		activationHint: `${application} needs the production URL. It answers once you publish the workflow.`,
	};
}
