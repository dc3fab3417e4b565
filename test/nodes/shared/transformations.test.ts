import { transformationFrom } from '../../../nodes/shared/transformations';
import type { JsonObject } from '../../../src/model/json';

const documentFor = (name: string): JsonObject => ({
	user: { mappings: [{ constant: `%${name}%`, targetPath: '$.userName' }] },
});
const userName = (transformation: ReturnType<typeof transformationFrom>) =>
	transformation.map('user', {});

test('a document is compiled once, whether it comes as text or as an object', () => {
	const document = documentFor('a');
	const first = transformationFrom(document, { a: '1', b: '2' });
	expect(transformationFrom(document, { b: '2', a: '1' })).toBe(first);
	expect(transformationFrom(JSON.stringify(document), { a: '1', b: '2' })).toBe(first);
});

test('other properties or another document make another transformation', () => {
	const one = transformationFrom(documentFor('a'), { a: '1' });
	const other = transformationFrom(documentFor('a'), { a: '2' });
	expect(userName(one)).toMatchObject({ entity: { userName: '1' } });
	expect(userName(other)).toMatchObject({ entity: { userName: '2' } });
	expect(transformationFrom(documentFor('b'), { a: '1', b: '1' })).not.toBe(one);
});

test('only the fifty that were used last are kept', () => {
	const kept = transformationFrom(documentFor('kept'), { kept: '1' });
	const forgotten = transformationFrom(documentFor('forgotten'), { forgotten: '1' });
	for (let index = 0; index < 49; index++) {
		transformationFrom(documentFor(`p${index}`), { [`p${index}`]: '1' });
		transformationFrom(documentFor('kept'), { kept: '1' });
	}
	expect(transformationFrom(documentFor('kept'), { kept: '1' })).toBe(kept);
	expect(transformationFrom(documentFor('forgotten'), { forgotten: '1' })).not.toBe(forgotten);
});
