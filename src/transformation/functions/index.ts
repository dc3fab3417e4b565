import { compositeId } from './compositeId';
import { concatString } from './concatString';
import { convertCountryCode } from './convertCountryCode';
import { convertCountryRegion } from './convertCountryRegion';
import { convertLocaleCode } from './convertLocaleCode';
import { convertTimezoneCode } from './convertTimezoneCode';
import { copyMapEntry } from './copyMapEntry';
import { decode } from './decode';
import { elementAt } from './elementAt';
import { encode } from './encode';
import type { TransformationFunction } from './function';
import { manipulateDate } from './manipulateDate';
import { putIfAbsent } from './putIfAbsent';
import { putIfPresent } from './putIfPresent';
import { randomPassword } from './randomPassword';
import { renameMapEntry } from './renameMapEntry';
import { replaceString } from './replaceString';
import { resolveEntityIds } from './resolveEntityIds';
import { splitStringToArray } from './splitStringToArray';
import { substring } from './substring';
import { toLowerCaseString } from './toLowerCaseString';
import { toString } from './toString';
import { toUpperCaseString } from './toUpperCaseString';

const functions: readonly TransformationFunction[] = [
	compositeId,
	concatString,
	convertCountryCode,
	convertCountryRegion,
	convertLocaleCode,
	convertTimezoneCode,
	copyMapEntry,
	decode,
	elementAt,
	encode,
	manipulateDate,
	putIfAbsent,
	putIfPresent,
	randomPassword,
	renameMapEntry,
	replaceString,
	resolveEntityIds,
	splitStringToArray,
	substring,
	toLowerCaseString,
	toString,
	toUpperCaseString,
];

/** Every mapping function by the name that it has in a transformation. */
export const FUNCTIONS: ReadonlyMap<string, TransformationFunction> = new Map(
	functions.map((each) => [each.name, each]),
);
