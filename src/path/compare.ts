import type { Json } from '../model/json';
import { isObject } from '../model/json';

const NUMERIC = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

type Operand = Json | undefined;

/** `==`: a number equals its text; a boolean does not; absent equals nothing, not even absent. */
export function looselyEqual(left: Operand, right: Operand): boolean {
	if (left === undefined || right === undefined) return false;
	if (typeof left === 'number' && typeof right === 'string') return equalsText(left, right);
	if (typeof left === 'string' && typeof right === 'number') return equalsText(right, left);
	return equal(left, right);
}

/** `===` */
export function strictlyEqual(left: Operand, right: Operand): boolean {
	return left !== undefined && right !== undefined && equal(left, right);
}

function equalsText(number: number, text: string): boolean {
	return numberOf(text) === number;
}

/** The number that a text is equal to. */
export function numberOf(text: string): number | undefined {
	return NUMERIC.test(text) ? Number(text) : undefined;
}

function equal(left: Json, right: Json): boolean {
	if (left === right) return true;
	if (Array.isArray(left)) {
		if (!Array.isArray(right) || left.length !== right.length) return false;
		return left.every((item, index) => {
			const other = right[index];
			return other !== undefined && equal(item, other);
		});
	}
	if (!isObject(left) || !isObject(right)) return false;
	const names = Object.keys(left);
	return (
		names.length === Object.keys(right).length &&
		names.every((name) => {
			const mine = left[name];
			const other = Object.hasOwn(right, name) ? right[name] : undefined;
			return mine !== undefined && other !== undefined && equal(mine, other);
		})
	);
}

/** Texts by code unit, numbers by value; anything else, absent included, has no order. */
export function isLess(left: Operand, right: Operand): boolean {
	if (typeof left === 'string') return typeof right === 'string' && left < right;
	return typeof left === 'number' && typeof right === 'number' && left < right;
}

export function isLessOrEqual(left: Operand, right: Operand): boolean {
	if (typeof left === 'string') return typeof right === 'string' && left <= right;
	return typeof left === 'number' && typeof right === 'number' && left <= right;
}

/** `in`: the right side is a list that holds the left side. */
export function isIn(left: Operand, right: Operand): boolean {
	return Array.isArray(right) && right.some((item) => looselyEqual(left, item));
}

/** `contains`: an element of a list, or a part of a text. */
export function contains(left: Operand, right: Operand): boolean {
	if (Array.isArray(left)) return isIn(right, left);
	return typeof left === 'string' && typeof right === 'string' && left.includes(right);
}

/**
 * `undefined` = the question makes no sense: numbers and booleans are neither empty nor filled,
 * and for absent and null it depends on who asks.
 */
export function isEmpty(value: Exclude<Json, null>): boolean | undefined {
	if (typeof value === 'string' || Array.isArray(value)) return value.length === 0;
	return isObject(value) ? Object.keys(value).length === 0 : undefined;
}

/** `.length()`: of lists and objects only, as the reference has it. */
export function lengthOf(value: Operand): number | undefined {
	if (Array.isArray(value)) return value.length;
	return isObject(value) ? Object.keys(value).length : undefined;
}
