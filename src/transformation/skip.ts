import type { Block } from './block';
import type { Run } from './run';

type SkipCode = 'condition' | 'operation' | 'ignored' | 'missing';

export interface Skip {
	readonly code: SkipCode;
	/** In the words of SAP Identity Provisioning where it has some. */
	readonly reason: string;
}

/**
 * Why the entity is skipped before any mapping runs, looking at `ignore`, `condition` and `skipOperations`
 * in this order [Transformation Expressions].
 * @throws Error of the condition
 */
export function whySkipped(block: Block, run: Run): Skip | undefined {
	const { condition, entityType, ignore, skipOperations } = block;
	if (ignore) {
		const reason = `Entity type [${entityType}] is ignored in the transformation`;
		return { code: 'ignored', reason };
	}
	if (
		condition !== undefined &&
		looksAtCondition(block, run) &&
		!condition.test(run.source, run.scope)
	) {
		return { code: 'condition', reason: `Entity condition [${condition.text}] is not fulfilled` };
	}
	if (skipOperations.some((each) => each === run.operation)) {
		const reason = `Operation [${run.operation}] is skipped in target transformation`;
		return { code: 'operation', reason };
	}
	return undefined;
}

/** When a delete becomes an update, the condition is not looked at [Transformation Expressions]. */
export function looksAtCondition(block: Block, run: Run): boolean {
	return run.operation !== 'delete' || block.direction === 'read';
}
