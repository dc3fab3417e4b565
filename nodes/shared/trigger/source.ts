import type { System } from '../../../src/systems';

/** What differs between the triggers; everything else is shared. */
export interface TriggerSource {
	readonly system: System;
	/** In its maker's spelling, as people call it. */
	readonly application: string;
	/** Where its administrator enters URL, user and password: HTML for the notice of the node. */
	readonly whereToPaste: string;
	/** Until the author of the workflow chooses otherwise. */
	readonly respond: 'received' | 'finished';
}
