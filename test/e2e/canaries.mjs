// Looks for secrets where n8n keeps and says things: raw, and in the spellings they travel in.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

function spellingsOf(secret) {
	const bytes = Buffer.from(secret, 'utf8');
	return [
		secret,
		bytes.toString('base64').replace(/=+$/, ''),
		bytes.toString('hex'),
		encodeURIComponent(secret),
		JSON.stringify(secret).slice(1, -1),
	];
}

async function filesIn(folder, wanted) {
	const names = await readdir(folder);
	return names.filter((name) => wanted.test(name)).map((name) => join(folder, name));
}

/** The database of n8n with its journal. */
export const databaseFiles = (userFolder) => filesIn(join(userFolder, '.n8n'), /^database\.sqlite/);

/** Which secrets were found where; empty when none was. */
export async function findTraces(files, secrets) {
	const contents = await Promise.all(
		files.map(async (file) => ({ file, bytes: await readFile(file) })),
	);
	return contents.flatMap(({ file, bytes }) =>
		secrets
			.filter((secret) => spellingsOf(secret).some((spelling) => bytes.includes(spelling)))
			.map((secret) => `${secret.slice(0, 12)}... in ${file.split('/').at(-1)}`),
	);
}
