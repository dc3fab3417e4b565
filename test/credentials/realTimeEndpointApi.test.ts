import { RealTimeEndpointApi } from '../../credentials/RealTimeEndpointApi.credentials.js';

const { name, properties } = new RealTimeEndpointApi();
const fields = properties.filter(({ type }) => type !== 'notice');

test('has the names of the contract', () => {
	expect(name).toBe('realTimeEndpointApi');
	expect(fields.map((field) => field.name)).toEqual([
		'authentication',
		'user',
		'password',
		'secondPassword',
		'clientId',
		'clientSecret',
		'secondClientSecret',
		'issuer',
		'audience',
		'jwksUrl',
		'certificates',
		'certificateHeader',
		'verifyHeader',
		'trustedProxies',
	]);
});

test('every secret is a password field and starts empty: there is no default way in', () => {
	const secrets = fields.filter((field) => /password|secret/i.test(field.name));
	expect(secrets).toHaveLength(4);
	for (const { typeOptions, default: start } of secrets) {
		expect(typeOptions).toHaveProperty('password', true);
		expect(start).toBe('');
	}
});

test('offers only what the endpoint can check', () => {
	const [authentication] = fields;
	const values = (authentication?.options ?? []).map((option) => 'value' in option && option.value);
	expect(values).toEqual(['basic', 'certificate', 'oAuth2']);
	expect(authentication?.default).toEqual(['basic']);
});

test('says how long a changed password may take', () => {
	const notice = properties.find(({ type }) => type === 'notice');
	expect(notice?.displayName).toMatch(/at most 5 seconds/);
});
