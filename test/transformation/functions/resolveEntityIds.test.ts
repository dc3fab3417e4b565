import type { Json } from '../../../src/model/json';
import { apply, contextOf } from './support/apply';

test.each<[object, Json | undefined, Json | undefined]>([
	[{}, ['u1', 'zz'], ['t1']],
	[{}, ['zz'], []],
	[{}, 'u1', 't1'],
	[{}, 'zz', undefined],
	[{}, undefined, undefined],
	[{ entityType: 'group' }, ['u1', 'g1'], ['t2']],
	[{}, [{ value: 'u1', type: 'User' }, { value: 'zz' }, {}], [{ value: 't1', type: 'User' }]],
])('%j: %j -> %j', (parameters, value, expected) => {
	expect(apply('resolveEntityIds', parameters, value)).toEqual(expected);
});

test('numbers are looked up by their text, in the source that is named', () => {
	const resolve = jest.fn(() => 't9');
	apply('resolveEntityIds', { sourceSystemName: 'hr' }, 9, contextOf({ resolve }));
	expect(resolve).toHaveBeenCalledWith('9', 'user', 'hr');
});

test('what is left out is told without its id', () => {
	const warn = jest.fn();
	apply('resolveEntityIds', {}, ['zz', 'u1'], contextOf({ warn }));
	expect(warn.mock.calls).toEqual([['a user is not known in the target and was left out']]);
});

test('an id that is an object itself fails', () => {
	expect(() => apply('resolveEntityIds', {}, { value: {} })).toThrow('not an object');
});

test.each([{ entityType: 'role' }, { sourceSystemName: '' }, { type: 'user' }])(
	'%j is refused',
	(parameters) => {
		expect(() => apply('resolveEntityIds', parameters, 'u1')).toThrow();
	},
);
