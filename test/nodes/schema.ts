import { isObject, member, type Json } from '../../src/model/json';

/** Where a value leaves a JSON schema, with the keywords that our output schemas use; every member must be declared. */
export function deviations(schema: Json | undefined, value: Json, path = '$'): string[] {
	const type = member(schema, 'type');
	if (typeof type !== 'string') return [`${path}: not declared`];
	if (!isOfType(value, type)) return [`${path}: not of type ${type}`];
	const allowed = member(schema, 'enum');
	if (Array.isArray(allowed) && !allowed.includes(value)) return [`${path}: not one of the enum`];
	if (Array.isArray(value)) {
		const items = member(schema, 'items');
		return value.flatMap((item, index) => deviations(items, item, `${path}[${index}]`));
	}
	const properties = member(schema, 'properties');
	// An object without declared properties is free, such as the body of a request.
	if (!isObject(value) || properties === undefined) return [];
	const required = member(schema, 'required');
	const missing = (Array.isArray(required) ? required : [])
		.map(String)
		.filter((name) => !Object.hasOwn(value, name))
		.map((name) => `${path}.${name}: missing`);
	const inner = Object.entries(value).flatMap(([name, part]) =>
		deviations(member(properties, name), part, `${path}.${name}`),
	);
	return [...missing, ...inner];
}

function isOfType(value: Json, type: string): boolean {
	if (type === 'object') return isObject(value);
	if (type === 'array') return Array.isArray(value);
	if (type === 'integer') return Number.isInteger(value);
	return typeof value === type;
}
