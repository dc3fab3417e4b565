export type { Fault } from './faults';
export { describeFault, TransformationError } from './faults';
export type { MapResult } from './map';
export type { Resolve } from './run';
export type { Direction, MapOperation } from './scope';
export type { MapContext, Transformation, TransformationOptions } from './transformation';
export { compileTransformation } from './transformation';
