import type { Clock, Http } from '../model/ports';
import type { System } from '../systems/system';
import type { Directory } from './directory';

export interface ConnectOptions {
	/** Base URL and authentication live behind it. */
	readonly http: Http;
	readonly clock?: Clock;
	/** Default: the newest version in the definition. */
	readonly apiVersion?: string;
}

export function connect(_system: System, _options: ConnectOptions): Directory {
	throw new Error('not built yet');
}
