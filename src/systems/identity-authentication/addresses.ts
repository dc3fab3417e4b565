import type { JsonObject } from '../../model/json';

/** The user store knows these two kinds only; without addresses it has to forget those it holds. */
export const addresses: JsonObject = {
	sourcePath: '$.addresses',
	targetPath: '$.addresses',
	optional: true,
	defaultValue: [],
	preserveArrayWithSingleElement: true,
	functions: [
		{ function: 'putIfAbsent', key: 'type', defaultValue: 'work' },
		{
			condition: "(@.type NIN ['work', 'home'])",
			function: 'putIfPresent',
			key: 'type',
			defaultValue: 'work',
		},
	],
};
