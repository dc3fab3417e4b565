export { FORBIDDEN_NAMES } from '../path';
