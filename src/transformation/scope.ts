/** `createEntity` leaves a mapping out of updates; the other two are the only ones that run in theirs. */
export const SCOPES = ['createEntity', 'patchEntity', 'deleteEntity'] as const;
export type Scope = (typeof SCOPES)[number];

/** What is about to happen at the target. `patch` is a PATCH request to a proxy system. */
export const OPERATIONS = ['create', 'update', 'patch', 'delete'] as const;
export type MapOperation = (typeof OPERATIONS)[number];

/** `read` makes the SCIM shape from a source's own, `write` a target's own from the SCIM shape. */
export type Direction = 'read' | 'write';

/** Scopes are a matter of writing: a read transformation runs every mapping. */
export function isActive(
	scope: Scope | undefined,
	operation: MapOperation,
	direction: Direction | undefined,
): boolean {
	if (direction === 'read') return true;
	switch (operation) {
		case 'create':
			return scope === undefined || scope === 'createEntity';
		case 'update':
			return scope === undefined;
		case 'patch':
			return scope === 'patchEntity';
		case 'delete':
			return scope === 'deleteEntity';
	}
}
