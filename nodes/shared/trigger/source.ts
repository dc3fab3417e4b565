import type { System } from '../../../src/systems';

/** What differs between the triggers; everything else is shared. */
export interface TriggerSource {
	readonly system: System;
	/** In its maker's spelling, as people call it. */
	readonly application: string;
	/** What its administrator enters where: HTML for the notice of the node. */
	readonly whatToEnter: string;
	/** Of the documentation, below `docs/sources`. */
	readonly page: string;
	/** A believable system id. */
	readonly example: string;
	/** Until the author of the workflow chooses otherwise. */
	readonly respond: 'received' | 'finished';
	/** It can be set up as a SCIM client that pushes whole entities, too. */
	readonly canPush: boolean;
}

const DOCS =
	'https://github.com/realtime-provisioning/n8n-nodes-realtime-provisioning/blob/main/docs/sources';

/** The notice on top of the node's parameters. */
export function noticeOf({ application, whatToEnter, page }: TriggerSource): string {
	return `Enter in ${application}: ${whatToEnter} <a href="${DOCS}/${page}.md" target="_blank">Step by step</a>.`;
}
