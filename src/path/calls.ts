import type { Call, PathNode } from './ast';
import { conditionFunctions } from './functions';
import type { Cursor } from './lex';
import { ownProperty } from './names';

const CALL = /([A-Za-z][A-Za-z0-9_]*)\s*\(/y;
const PROPERTY = /[A-Za-z0-9._-]+/y;

/** `name(path, property)`; `undefined` when no call starts here. */
export function parseCall(
	cursor: Cursor,
	parsePath: (cursor: Cursor) => PathNode,
): Call | undefined {
	CALL.lastIndex = cursor.at;
	const found = CALL.exec(cursor.text);
	const name = found?.[1];
	if (found === null || name === undefined) return undefined;
	const known = conditionFunctions.get(name);
	if (known === undefined) {
		return cursor.fail(
			`\`${name}\` is no condition function; known are ${[...conditionFunctions.keys()].join(', ')}`,
		);
	}
	const start = cursor.at;
	cursor.at += found[0].length;
	let path: PathNode | undefined;
	let property = known.property;
	known.parameters.forEach((parameter, position) => {
		if (position > 0) cursor.expect(',');
		cursor.skipBlanks();
		if (parameter === 'path') path = parseArgument(cursor, parsePath);
		else property = readProperty(cursor);
	});
	cursor.expect(')');
	if (property === undefined) return { name, ...(path && { path }) };
	if (cursor.options.properties === undefined) {
		cursor.fail(`\`${name}\` looks at a property, which a path cannot`, start);
	}
	cursor.usedProperties = true;
	const value = ownProperty(cursor.options.properties, property);
	return { name, ...(path && { path }), ...(value !== undefined && { property: value }) };
}

function parseArgument(cursor: Cursor, parsePath: (cursor: Cursor) => PathNode): PathNode {
	if (!/[$@]/.test(cursor.peek())) cursor.fail('a path is expected, such as `$.displayName`');
	return parsePath(cursor);
}

function readProperty(cursor: Cursor): string {
	PROPERTY.lastIndex = cursor.at;
	const name = PROPERTY.exec(cursor.text)?.[0];
	if (name === undefined) {
		return cursor.fail('the bare name of a property is expected, without quotes and `%`');
	}
	cursor.at += name.length;
	return name;
}
