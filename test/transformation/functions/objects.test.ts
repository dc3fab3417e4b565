import type { Json } from '../../../src/model/json';
import { apply } from './support/apply';

const ofList: Json = [{ v: 1 }, { v: 2, type: 'home' }];

test.each<[string, object, Json | undefined, Json | undefined]>([
	[
		'putIfAbsent',
		{ key: 'type', defaultValue: 'work' },
		ofList,
		[{ v: 1, type: 'work' }, ofList[1] ?? null],
	],
	['putIfAbsent', { key: 'type', defaultValue: 'work' }, { type: '' }, { type: '' }],
	['putIfAbsent', { key: 'type', defaultValue: 'work' }, { type: null }, { type: 'work' }],
	['putIfAbsent', { key: 'verified', defaultValue: true }, ['text', 1], ['text', 1]],
	['putIfAbsent', { key: 'toString', defaultValue: 'x' }, {}, { toString: 'x' }],
	['putIfAbsent', { key: 'type', defaultValue: 'work' }, undefined, undefined],
	[
		'putIfPresent',
		{ key: 'type', defaultValue: 'work' },
		ofList,
		[{ v: 1 }, { v: 2, type: 'work' }],
	],
	['putIfPresent', { key: 'type', defaultValue: 'work' }, { type: '' }, { type: 'work' }],
	['putIfPresent', { key: 'type', defaultValue: 'work' }, { type: null }, { type: null }],
	['putIfPresent', { key: 'toString', defaultValue: 'x' }, {}, {}],
	['putIfPresent', { key: 'type', defaultValue: 'work' }, 'text', 'text'],
	['putIfPresent', { key: 'type', defaultValue: 'work' }, undefined, undefined],
	['copyMapEntry', { sourceKey: 'r', targetKey: 'v' }, [{ r: 'A' }], [{ r: 'A', v: 'A' }]],
	['copyMapEntry', { sourceKey: 'r', targetKey: 'v' }, { r: 'A', v: 'B' }, { r: 'A', v: 'A' }],
	['copyMapEntry', { sourceKey: 'r', targetKey: 'v' }, [{ v: 'B' }, 'r'], [{ v: 'B' }, 'r']],
	['copyMapEntry', { sourceKey: 'r', targetKey: 'r' }, { r: 'A' }, { r: 'A' }],
	['copyMapEntry', { sourceKey: 'r', targetKey: 'v' }, undefined, undefined],
	['renameMapEntry', { sourceKey: 'r', targetKey: 'v' }, [{ r: 'A' }], [{ v: 'A' }]],
	['renameMapEntry', { sourceKey: 'r', targetKey: 'v' }, { r: 'A', v: 'B' }, { v: 'A' }],
	['renameMapEntry', { sourceKey: 'r', targetKey: 'v' }, [{ v: 'B' }, 7], [{ v: 'B' }, 7]],
	['renameMapEntry', { sourceKey: 'r', targetKey: 'r' }, { r: 'A' }, { r: 'A' }],
	['renameMapEntry', { sourceKey: 'r', targetKey: 'v' }, undefined, undefined],
])('%s %j: %j -> %j', (name, parameters, value, expected) => {
	expect(apply(name, parameters, value)).toEqual(expected);
});

test.each(['putIfAbsent', 'putIfPresent', 'copyMapEntry', 'renameMapEntry'])(
	'%s leaves the value that it was given as it is',
	(name) => {
		const value = Object.freeze({ r: 'A', v: 'B' });
		const parameters = name.startsWith('put')
			? { key: 'r', defaultValue: 'C' }
			: { sourceKey: 'r', targetKey: 'v' };
		apply(name, parameters, value);
		expect(value).toEqual({ r: 'A', v: 'B' });
	},
);

test.each([
	['putIfAbsent', { key: '__proto__', defaultValue: {} }],
	['putIfPresent', { key: 'constructor', defaultValue: {} }],
	['copyMapEntry', { sourceKey: 'a', targetKey: '__proto__' }],
	['renameMapEntry', { sourceKey: 'a', targetKey: 'prototype' }],
	['putIfAbsent', { key: 'type' }],
	['putIfAbsent', { key: 'type', defaultValue: 'x', other: 1 }],
	['copyMapEntry', { sourceKey: 'a' }],
	['renameMapEntry', { sourceKey: 'a', targetKey: '' }],
])('%s refuses %j', (name, parameters) => {
	expect(() => apply(name, parameters, {})).toThrow();
});
