import { createFaultScript, parseAction, type Fault } from './faults';

const choices = (faults: Fault[], calls: string[]) => {
	const script = createFaultScript(faults);
	return calls.map((call) => {
		const [method = '', path = ''] = call.split(' ');
		return script.choose(method, path) ?? '-';
	});
};

describe('fault script', () => {
	const calls = ['GET /Users', 'POST /Users', 'POST /Users', 'GET /Groups', 'POST /Users'];

	test.each<[string, Fault[], string]>([
		['every call', [{ do: '500' }], '500 500 500 500 500'],
		['one method', [{ method: 'POST', do: 'stall' }], '- stall stall - stall'],
		['a part of the path', [{ path: '/Groups', do: 'forbid' }], '- - - forbid -'],
		['a pattern', [{ path: /^\/U/, do: 'forbid' }], 'forbid forbid forbid - forbid'],
		['the nth that matches', [{ method: 'POST', nth: 2, do: '429(1)' }], '- - 429(1) - -'],
		['several', [{ method: 'POST', nth: [1, 3], do: '500' }], '- 500 - - 500'],
		['after so many calls', [{ do: 'expire(2)' }], '- - expire(2) expire(2) expire(2)'],
		[
			'the first that matches',
			[{ method: 'GET', do: '500' }, { do: 'half' }],
			'500 half half 500 half',
		],
		['a share of none', [{ share: 0, do: '500' }], '- - - - -'],
	])('chooses %s', (_, faults, expected) => {
		expect(choices(faults, calls).join(' ')).toBe(expected);
	});

	it('chooses the same share for the same seed', () => {
		const many = Array.from({ length: 1000 }, () => 'GET /Users');
		const first = choices([{ share: 0.3, seed: 7, do: '500' }], many);
		expect(choices([{ share: 0.3, seed: 7, do: '500' }], many)).toEqual(first);
		expect(choices([{ share: 0.3, seed: 8, do: '500' }], many)).not.toEqual(first);
		const hits = first.filter((choice) => choice === '500').length;
		expect(hits).toBeGreaterThan(250);
		expect(hits).toBeLessThan(350);
	});

	it('reads the argument of an action', () => {
		expect(parseAction('redirect(http://127.0.0.1:1/x)')).toEqual({
			name: 'redirect',
			argument: 'http://127.0.0.1:1/x',
		});
		expect(parseAction('429date')).toEqual({ name: '429date', argument: '' });
	});
});
