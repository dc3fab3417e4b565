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
import { getMatchedRegexGroup } from './getMatchedRegexGroup';
import { manipulateDate } from './manipulateDate';
import { matchRegex } from './matchRegex';
import { putIfAbsent } from './putIfAbsent';
import { putIfPresent } from './putIfPresent';
import { randomPassword } from './randomPassword';
import { renameMapEntry } from './renameMapEntry';
import { replaceAllString } from './replaceAllString';
import { replaceFirstString } from './replaceFirstString';
import { replaceLastString } from './replaceLastString';
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
	getMatchedRegexGroup,
	manipulateDate,
	matchRegex,
	putIfAbsent,
	putIfPresent,
	randomPassword,
	renameMapEntry,
	replaceAllString,
	replaceFirstString,
	replaceLastString,
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
