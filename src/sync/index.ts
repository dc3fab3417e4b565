export { compare, type CompareOptions, type Disparity } from './compare';
export { createBatch, createGuard, type Batch, type Guard } from './guard';
export { diffResource, type DiffOptions } from './diff';
export type { MatchBy, Policy } from './policy';
export { preview } from './preview';
export { sync, type SyncOptions } from './sync';
