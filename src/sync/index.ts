export { compare, type CompareOptions, type Disparity } from './compare';
export { createBatch, createDeletionGuard, type Batch, type DeletionGuard } from './guard';
export { diffResource, type DiffOptions } from './diff';
export type { MatchBy, Policy } from './policy';
export { preview } from './preview';
export { sync, type SyncOptions } from './sync';
