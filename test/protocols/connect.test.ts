import type { Http } from '../../src/model/ports';
import { connect } from '../../src/protocols';
import { systemOf } from './connections';

/** Answers with an empty list and keeps the paths. */
function recorder(baseUrl?: string): { http: Http; paths: string[] } {
	const paths: string[] = [];
	const empty = { totalResults: 0, Resources: [], d: { results: [] } };
	return {
		paths,
		http: {
			baseUrl,
			async send({ path }) {
				paths.push(path.split('?')[0] ?? '');
				return { status: 200, headers: {}, body: JSON.stringify(empty) };
			},
		},
	};
}

test.each([
	['sap-successfactors', '1', 'https://api4.example.com', '/odata/v2/User'],
	['sap-successfactors', '1', 'https://api4.example.com/odata/v2', '/User'],
	['sap-successfactors', '1', 'https://api4.example.com/odata/v2/', '/User'],
	['sap-successfactors', '1', undefined, '/odata/v2/User'],
	['sap-successfactors', '2', 'https://api4.example.com', '/rest/iam/scim/v2/Users'],
	['sap-successfactors', '2', 'https://api4.example.com/odata/v2', '/rest/iam/scim/v2/Users'],
	['identity-authentication', '2', 'https://acme.example.com/scim', '/Users'],
	['identity-authentication', '1', 'https://acme.example.com/service/scim', '/Users'],
	['identity-authentication', '1', 'https://acme.example.com/scim', '/service/scim/Users'],
	['sap-successfactors-learning', '1', 'https://lms.example.com/ias', '/Users'],
	['scim-system', '2.0', 'https://scim.example.com/Users', '/Users'],
])('%s, version %s, at %s: %s', async (id, apiVersion, baseUrl, path) => {
	const { http, paths } = recorder(baseUrl);
	await connect(systemOf(id), { http, apiVersion }).check('user');
	expect(paths).toEqual([path]);
});

test('the first version is the default, and only those of the definition exist', async () => {
	const { http, paths } = recorder();
	await connect(systemOf('sap-successfactors'), { http }).check('user');
	await connect(systemOf('identity-authentication'), { http }).check('user');
	expect(paths).toEqual(['/odata/v2/User', '/scim/Users']);
	expect(() => connect(systemOf('sap-successfactors'), { http, apiVersion: '3' })).toThrow(
		/no API version '3'/,
	);
});
