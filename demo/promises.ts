/** What a reader is to believe of the story. Each can be left out, and then its rows show it. */
export const PROMISES = ['country', 'condition', 'guard', 'groups', 'disable', 'password'] as const;

export type Promised = (typeof PROMISES)[number];

/** Rows of the story that are not as expected without a promise. */
export const ROWS_OF_PROMISE: Readonly<Record<Promised, readonly number[]>> = {
	country: [4],
	condition: [5, 7],
	guard: [6],
	groups: [8],
	disable: [10],
	password: [11],
};
