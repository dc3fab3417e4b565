export { connect, type ConnectOptions } from './connect';
export type { ChangeRequests, Directory, Match } from './directory';
