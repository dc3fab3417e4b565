export type {
	Explanation,
	ConditionText,
	FunctionExplanation,
	MappingExplanation,
	MappingResult,
} from './explain';
export type { Fault, TransformationWarning } from './faults';
export { describeFault, TransformationError } from './faults';
export type { IdToResolve } from './ids';
export type { MapResult, SkipCode } from './map';
export type { Resolve } from './run';
export type { Direction, MapOperation, Scope } from './scope';
export type { MapContext, Transformation, TransformationOptions } from './transformation';
export { compileTransformation } from './transformation';
