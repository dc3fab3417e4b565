export { connect, type ConnectOptions } from './connect';
export type { ChangeRequests, Directory, ListOptions, Match, Page, Skipped } from './directory';
export { writingProperties, type Properties } from './properties';
