import type { Http, HttpRequest, HttpResponse } from '../../src/model/ports';
import { connect, type ConnectOptions } from '../../src/protocols';
import type { System } from '../../src/systems';
import { createFakeClock } from '../support/clock';
import { systemOf } from './connections';

/** What a server says, without the parts that do not matter. */
export type Said = Partial<HttpResponse>;

/** A directory whose server answers as it is told, one answer per request; the last one stays. */
export function scripted(
	system: string | System,
	answers: readonly Said[],
	options: Partial<ConnectOptions> = {},
) {
	const sent: HttpRequest[] = [];
	const http: Http = {
		baseUrl: 'https://target.example',
		async send(request) {
			const answer = answers[Math.min(sent.length, answers.length - 1)];
			sent.push(request);
			return { status: 200, headers: {}, body: '', ...answer };
		},
	};
	const clock = createFakeClock();
	const directory = connect(typeof system === 'string' ? systemOf(system) : system, {
		http,
		clock,
		random: () => 0.1,
		...options,
	});
	return { directory, sent, clock };
}
