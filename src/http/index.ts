export { axiosHttp } from './axiosHttp';
export { systemClock } from './clock';
export { refusal } from './refusal';
export { startRun, WAIT_BUDGET, type Run } from './run';
export { send, type Connection } from './send';
export { spaced } from './spaced';
