/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the sources of the package; not shipped */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const shipped = ['src', 'nodes', 'credentials'].flatMap((folder) =>
	readdirSync(join(ROOT, folder), { recursive: true })
		.map((file) => `${folder}/${String(file)}`)
		.filter((file) => file.endsWith('.ts')),
);
const sources = shipped.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')] as const);

/** Of n8n: one loses parallel updates and is empty in queue mode, the other lets duplicates through. */
const UNSAFE = /getWorkflowStaticData|checkProcessedAndRecord|getDataTableProxy/;

test('C6: nothing rests on what n8n remembers', () => {
	expect(sources.length).toBeGreaterThan(200);
	expect(sources.filter(([, text]) => UNSAFE.test(text)).map(([file]) => file)).toEqual([]);
});

/**
 * All that a process remembers from one call to the next. In queue mode each has its own, so nothing of it may
 * be needed for a right result: it saves work, or it limits what one process does.
 */
const REMEMBERED = [
	['nodes/shared/connections.ts', 'gates', 'limits'],
	['nodes/shared/connections.ts', 'guards', 'limits'],
	['nodes/shared/transformations.ts', 'compiled', 'saves work'],
	['nodes/shared/trigger/admission.ts', 'keyStore', 'saves work'],
	['nodes/shared/trigger/admission.ts', 'countFailure', 'limits'],
	['nodes/shared/trigger/admission.ts', 'pace', 'limits'],
	['nodes/shared/trigger/credential.ts', 'kept', 'saves work'],
	['nodes/shared/trigger/finish.ts', 'openAnswers', 'limits'],
	['nodes/shared/trigger/receive.ts', 'countLine', 'limits'],
	['src/endpoint/same.ts', 'key', 'is random by purpose'],
	['src/path/gaps.ts', 'documentsWithGaps', 'belongs to documents'],
	['src/protocols/scim2/patchSupport.ts', 'known', 'saves work'],
	['src/sync/forms.ts', 'connections', 'saves work'],
	['src/sync/sync.ts', 'guards', 'limits'],
	['src/transformation/functions/convertLocaleCode.ts', 'regions', 'saves work'],
	['src/transformation/functions/convertTimezoneCode.ts', 'zones', 'saves work'],
	['src/transformation/functions/places/country.ts', 'countries', 'saves work'],
	['src/transformation/functions/places/region.ts', 'lines', 'saves work'],
	['src/transformation/functions/places/region.ts', 'regions', 'saves work'],
];

const EMPTY =
	/^(?:export )?const (\w+)\b.*= (?:new (?:Weak)?(?:Map|Set)(?:<.*>)?\(\)|create\w+\(|\[\]|\{\});?/gm;
const VARIABLE = /^(?:export )?let (\w+)/gm;

test('C7: what a process remembers is a closed list, and none of it decides', () => {
	const found = sources.flatMap(([file, text]) =>
		[EMPTY, VARIABLE].flatMap((pattern) =>
			[...text.matchAll(pattern)].map(([, name]) => `${file} ${name}`),
		),
	);
	expect(found.sort()).toEqual(REMEMBERED.map(([file, name]) => `${file} ${name}`).sort());
});
