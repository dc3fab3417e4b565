import type { Json } from '../../../src/model/json';
import type { Case } from './case';

const upper = { function: 'toUpperCaseString' };
const onK = { ...upper, applyOnAttribute: 'k' };
const onJsonK = { ...upper, applyOnJsonAttribute: 'k' };
const each = { ...onK, applyOnElements: true };
const objects: Json = [{ k: 'x' }, { l: 'y' }];

export const ofFunction: Case[] = [
	['function', 'on a value', upper, 'x', { gives: 'X' }],
	['function', 'on nothing', upper, null, { fails: /mappings\[0\]/ }],
	['function', 'of no name', { function: ['toString'] }, 'x', { refused: /must be text/ }],
	['type', 'on a value', { type: 'toUpperCaseString' }, 'x', { gives: 'X' }],
	[
		'type',
		'the same beside `function`',
		{ ...upper, type: upper.function },
		['x'],
		{ gives: ['X'] },
	],
	[
		'type',
		'another beside `function`',
		{ ...upper, type: 'toString' },
		'x',
		{ refused: /different/ },
	],
	['condition', 'false', { ...upper, condition: "@ == 'y'" }, 'x', { gives: 'x' }],
	[
		'condition',
		'per element',
		{ ...upper, condition: "@ == 'y'" },
		['x', 'y'],
		{ gives: ['x', 'Y'] },
	],
	['condition', 'on the entity', { ...upper, condition: '$.in EMPTY false' }, 'x', { gives: 'X' }],
	['condition', 'a boolean', { ...upper, condition: true }, 'x', { refused: /must be text/ }],
	[
		'applyOnElements',
		'a list',
		{ ...upper, applyOnElements: true },
		['x', 'y'],
		{ gives: ['X', 'Y'] },
	],
	['applyOnElements', 'a value', { ...upper, applyOnElements: true }, 'x', { gives: 'X' }],
	[
		'applyOnElements',
		'nothing',
		{ ...upper, applyOnElements: true },
		null,
		{ fails: /mappings\[0\]/ },
	],
	[
		'applyOnElements',
		'a text',
		{ ...upper, applyOnElements: 'k' },
		'x',
		{ refused: /true or false/ },
	],
	['applyOnAttribute', 'an object', onK, { k: 'x', l: 1 }, { gives: { k: 'X', l: 1 } }],
	['applyOnAttribute', 'a list', each, objects, { gives: [{ k: 'X' }, { l: 'y' }] }],
	['applyOnAttribute', 'of a text', onK, 'x', { gives: 'x' }],
	[
		'applyOnAttribute',
		'a list of names',
		{ ...upper, applyOnAttribute: ['k'] },
		{},
		{ refused: /be text/ },
	],
	['applyOnJsonAttribute', 'an object', onJsonK, { k: 'x' }, { gives: { k: 'X' } }],
	['applyOnJsonAttribute', 'absent', onJsonK, { l: 'x' }, { gives: { l: 'x' } }],
	['applyOnJsonAttribute', 'of a text', onJsonK, 'x', { gives: 'x' }],
	[
		'assignToAttribute',
		'an object',
		{ ...onK, assignToAttribute: 'm' },
		{ k: 'x' },
		{ gives: { k: 'x', m: 'X' } },
	],
	[
		'assignToAttribute',
		'a list',
		{ ...each, assignToAttribute: 'm' },
		objects,
		{ gives: [{ k: 'x', m: 'X' }, { l: 'y' }] },
	],
	[
		'assignToAttribute',
		'of a text',
		{ ...upper, assignToAttribute: 'm' },
		'x',
		{ fails: /toUpperCaseString/ },
	],
	['assignToAttribute', 'a number', { ...onK, assignToAttribute: 1 }, {}, { refused: /be text/ }],
];
