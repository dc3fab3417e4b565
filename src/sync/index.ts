export { diffResource, type DiffOptions } from './diff';
export type { MatchBy, Policy } from './policy';
export { sync, type SyncOptions } from './sync';
