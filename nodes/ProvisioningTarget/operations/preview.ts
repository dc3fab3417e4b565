import type { Operation } from '../operation';
import { provision } from './sync';

export const preview: Operation = (call) => provision(call, true);
