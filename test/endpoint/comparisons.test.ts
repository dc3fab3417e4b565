import { authenticate } from '../../src/endpoint';
import * as same from '../../src/endpoint/same';
import { CIRCUMSTANCES, NO_SECRETS } from './secrets';

jest.mock('../../src/endpoint/same', () => {
	const actual = jest.requireActual<typeof same>('../../src/endpoint/same');
	return { ...actual, isSame: jest.fn(actual.isSame) };
});

const compared = jest.mocked(same.isSame);
const SECRETS = {
	...NO_SECRETS,
	authentication: ['basic'],
	user: 'technical',
	password: 'first password',
	secondPassword: 'second password',
};
const basic = (pair: string) => ['Authorization', `Basic ${Buffer.from(pair).toString('base64')}`];

// How long the comparison itself takes is measured by bench/secrets.ts.
describe('B4: the same comparisons are made, whatever is presented', () => {
	beforeEach(() => compared.mockClear());

	test.each<[string, string[], string]>([
		['the right pair', basic('technical:first password'), 'accepted'],
		['the second password', basic('technical:second password'), 'accepted'],
		['an unknown user', basic('nobody:first password'), 'refused'],
		['a wrong password', basic('technical:guess'), 'refused'],
		['both wrong', basic('nobody:guess'), 'refused'],
		['nothing of both', basic(':'), 'refused'],
		['no colon', basic('technical'), 'refused'],
		['broken base64', ['Authorization', 'Basic !!!'], 'refused'],
		['another scheme', ['Authorization', 'Bearer abc'], 'refused'],
		['no header', [], 'refused'],
	])('%s', async (_name, rawHeaders, status) => {
		const verdict = await authenticate({ rawHeaders, remoteAddress: '' }, SECRETS, CIRCUMSTANCES);
		expect(verdict.status).toBe(status);
		expect(compared.mock.calls.map(([, expected]) => expected)).toEqual([
			'technical',
			'first password',
			'second password',
		]);
	});
});
