import { z } from 'zod';
import { ProvisioningError } from '../../src/model/errors';
import type { Policy } from '../../src/sync/policy';

const pathSchema = z.string().trim().min(1);
const matchSchema = z.array(z.union([pathSchema, z.array(pathSchema).min(1)])).min(1);

const policySchema = z
	.object({
		matchBy: z.preprocess(splitPaths, matchSchema.optional()),
		onConflict: z.enum(['link', 'hold', 'fail']),
		onNewId: z.enum(['link', 'hold', 'fail']),
		onMissing: z.enum(['create', 'skip']),
		onDelete: z.enum(['disable', 'delete', 'keep']),
		updateMethod: z.enum(['auto', 'patch', 'put']),
		members: z.enum(['own', 'merge']),
		emptyGroups: z.enum(['hold', 'allow']),
		deletionBudget: z.number().int().min(0),
		deletionWindowMinutes: z.number().int().min(1),
		changeBudget: z.number().int().min(0),
		deletionShare: z.number().min(0).max(100),
		versionAttribute: z.string().trim(),
		protect: z.preprocess(splitNames, z.array(z.string())),
	})
	.partial();

/**
 * The rules that the author added; any of them may come from an expression.
 *
 * @throws ProvisioningError `configuration.invalid`
 */
export function parsePolicy(given: unknown): Policy {
	const policy = policySchema.safeParse(given ?? {});
	if (policy.success) return policy.data;
	const [issue] = policy.error.issues;
	throw new ProvisioningError({
		code: 'configuration.invalid',
		message: `The rule '${issue?.path[0] ?? 'policy'}' in 'Policy' has a value that is not known`,
		hint: `Choose one of the values of the field${issue ? `: ${issue.message}` : ''}.`,
	});
}

/** `externalId, userName + emails.value`: alternatives in order, the second of two paths. */
function splitPaths(text: unknown): unknown {
	if (typeof text !== 'string') return text;
	if (text.trim() === '') return undefined;
	return text
		.split(',')
		.map((alternative) => alternative.split('+'))
		.map((paths) => (paths.length > 1 ? paths : paths[0]));
}

/** `admin, svc-*`. */
function splitNames(text: unknown): unknown {
	if (typeof text !== 'string') return text;
	return text
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
}
