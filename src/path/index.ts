export type { ConditionExplanation, ConditionPart, ReadValue } from './explain';
export type { Condition, ConditionOptions, ConditionScope } from './condition';
export { compileCondition } from './condition';
export { closeGaps } from './gaps';
export { FORBIDDEN_NAMES } from './names';
export type { CompiledPath } from './path';
export { compilePath } from './path';
export type { Regex } from './regex';
export { compileRegex } from './regex';
