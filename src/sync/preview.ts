import type { Outcome } from '../model/outcome';
import { sync, type SyncOptions } from './sync';

/**
 * What {@link sync} would do for the same options at this moment, by the same decision: nothing is
 * written, and nothing counts in the budget of deletions.
 *
 * @returns an outcome that is `planned`, or `held` where the guard would hold the change
 */
export function preview(options: Omit<SyncOptions, 'preview' | 'approved'>): Promise<Outcome> {
	return sync({ ...options, preview: true });
}
