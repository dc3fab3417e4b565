import type { EntityType } from '../../src/model/entity';
import { member } from '../../src/model/json';
import type { System, SystemVersion, TargetTraits } from '../../src/systems/system';
import { isTarget, isWritable, keepsOwner, targetTraits } from '../../src/systems/traits';

const page = ({ id }: System) => `docs/systems/${id}.md`;
const code = (text: string) => `\`${text}\``;
const table = (rows: readonly string[][]) => rows.map((row) => `| ${row.join(' | ')} |\n`).join('');
const ruled = ([head = [], ...rows]: readonly string[][]) =>
	table([head, head.map(() => '---'), ...rows]);

export const targets = (systems: Iterable<System>) => [...systems].filter(isTarget);

/** The kinds of authentication that a page names in its row of that name. */
export function authenticationOn(text: string): string[] {
	const [, row = ''] = /^ *\| Authentication \| (.*) \|$/m.exec(text) ?? [];
	return [...row.matchAll(/\*\*([^*]+)\*\*/g)].map(([, kind = '']) => kind);
}

/** What a page says of an application, in the row that links to its page as a source. */
function kindsOf(text: string, id: string): string[] {
	const row = text.split('\n').find((line) => line.includes(`](../sources/${id}.md) |`)) ?? '';
	return [...row.matchAll(/\*\*([^*]+)\*\*/g)].map(([, kind = '']) => kind);
}

/** What the row of a system says about authentication; empty where it is no source, or no target. */
export interface RowKinds {
	/** How it proves itself to a trigger. */
	readonly calls: readonly string[];
	/** How it is read from. */
	readonly reads: readonly string[];
	readonly writes: readonly string[];
}

/** @param read text of a page of the repository */
export function kindsOfRow(system: System, read: (path: string) => string): RowKinds {
	const { id, source } = system;
	const ofSource = (name: string) =>
		source ? kindsOf(read(`docs/credentials/${name}.md`), id) : [];
	return {
		calls: ofSource('real-time-endpoint-api'),
		reads: ofSource('provisioning-source-api'),
		writes: isTarget(system) ? authenticationOn(read(page(system))) : [],
	};
}

/** Some applications are written to in one of their API versions. */
function onlyIn(system: System): string {
	const written = system.versions.filter(isWritable).map(({ version }) => version);
	const isAll = written.length === system.versions.length;
	return isAll || !isTarget(system) ? '' : ` (version ${written.join()})`;
}

/**
 * The table of the README.
 *
 * @param read text of a page of the repository
 */
export function tableOfSystems(systems: Iterable<System>, read: (path: string) => string): string {
	const rowOf = (system: System) => {
		const { id, name, versions, entityTypes } = system;
		const { calls, reads, writes } = kindsOfRow(system, read);
		const listed = (kinds: readonly string[], link: string) =>
			kinds.length > 0 ? `[${kinds.join(', ')}](${link})` : '-';
		return [
			name,
			code(id),
			versions.map(({ version }) => version).join(', '),
			entityTypes.map((type) => `${type}s`).join(', '),
			listed(calls, `docs/sources/${id}.md`),
			listed(reads, 'docs/credentials/provisioning-source-api.md'),
			listed(writes, page(system)) + onlyIn(system),
		];
	};
	return ruled([
		[
			...['system', 'id', 'API versions', 'entities'],
			...['source: calls n8n with', 'source: is read with', 'target: is written with'],
		],
		...[...systems].map(rowOf),
	]);
}

const foundBy = (ways: TargetTraits['matchBy'][EntityType]) =>
	ways.map((way) => [way].flat().map(code).join(' + ')).join(', ');

function groupsOf({ paths, transformations }: SystemVersion, traits: TargetTraits): string {
	if (paths.group === undefined) return '-';
	const isIgnored = member(member(transformations.write, 'group'), 'ignore') === true;
	const done = traits.membersOnly
		? 'members only: the group has to be there'
		: 'created, changed, deleted';
	return isIgnored ? `${done}; left out by the default transformation` : done;
}

function methodOf({ updateMethod }: TargetTraits, type: EntityType): string {
	return (typeof updateMethod === 'string' ? updateMethod : updateMethod[type]).toUpperCase();
}

function methodsOf(version: SystemVersion, traits: TargetTraits): string {
	const user = methodOf(traits, 'user');
	const group = version.paths.group === undefined ? user : methodOf(traits, 'group');
	return user === group ? user : `${user} for users, ${group} for groups`;
}

function keptOf(traits: TargetTraits, hasGroups: boolean): string {
	const types = (['user', 'group'] as const).filter((type) => type === 'user' || hasGroups);
	const kept = types.filter((type) => keepsOwner(traits, type));
	if (kept.length === 0) return 'no';
	return kept.length === types.length ? 'yes' : `of ${kept.join()}s`;
}

const CONFLICTS = { link: 'Link', hold: 'Hold', fail: 'Fail' } as const;

function factsOf(version: SystemVersion, traits: TargetTraits): Record<string, string> {
	const { matchBy, matchesMustAgree, deactivates, members, csrf, onConflict } = traits;
	const { user, group } = version.paths;
	return {
		'API version': `${version.version}: ${version.name}`,
		'Added to the base URL': [user, group].flatMap((path) => (path ? [code(path)] : [])).join(', '),
		'A user is found by': `${foundBy(matchBy.user)}${matchesMustAgree ? '; all must find the same one' : ''}`,
		'A group is found by': group === undefined ? '-' : foundBy(matchBy.group),
		Groups: groupsOf(version, traits),
		'The ID of the source is written': keptOf(traits, group !== undefined),
		'_On Conflict_, unless you choose': `**${CONFLICTS[onConflict]}**`,
		'_Update Method_ **Automatic** is': methodsOf(version, traits),
		'_On Delete_ **Delete** of a user': deactivates
			? 'deactivates the account'
			: 'deletes the account',
		'Members in one request':
			group === undefined ? '-' : `${members.addAtMost} added, ${members.removeAtMost} removed`,
		'Token against forged requests': csrf
			? `${csrf.protection.otherwise}, unless ${code(csrf.protection.property)} says otherwise`
			: '-',
	};
}

function toldOf({ version, name, paths }: SystemVersion): Record<string, string> {
	return {
		'API version': `${version}: ${name}`,
		'Added to the base URL': Object.values(paths).map(code).join(', '),
		'Users and groups': 'it is told of the change, and reads the source for itself',
	};
}

/** The list of targets, as links from a page of the folder `docs`. */
export const listOfTargets = (systems: Iterable<System>) =>
	targets(systems)
		.map(({ id, name }) => `- [${name}](systems/${id}.md)\n`)
		.join('');

/** The generated part of the page of a target: a row for each fact, a column for each API version. */
export function tableOfTarget(system: System): string {
	const columns = system.versions.filter(isWritable).map((version) => {
		const traits = targetTraits(system, version);
		return traits ? factsOf(version, traits) : toldOf(version);
	});
	const rows = Object.keys(columns[0] ?? {}).map((fact) => [
		fact,
		...columns.map((column) => column[fact] ?? ''),
	]);
	return ruled(rows);
}
