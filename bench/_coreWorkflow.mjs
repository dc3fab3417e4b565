// The job of the first-sync workflow from n8n's own nodes, as people build it by hand.
const basic = { authentication: 'genericCredentialType', genericAuthType: 'httpBasicAuth' };
const asJson = { response: { response: { responseFormat: 'json' } } };
const fields = ['id', 'userName', 'displayName', 'title'];

const attributes = '$("Edit Fields").item.json';
const createBody = `={{ { schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], externalId: ${attributes}.id, userName: ${attributes}.userName, displayName: ${attributes}.displayName, title: ${attributes}.title } }}`;
const patchBody = `={{ { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: [{ op: "replace", path: "displayName", value: ${attributes}.displayName }, { op: "replace", path: "title", value: ${attributes}.title }] } }}`;

const write = (method, url, jsonBody) => ({
	method,
	url,
	...basic,
	sendBody: true,
	specifyBody: 'json',
	jsonBody,
	options: asJson,
});

const parametersOf = (target) => ({
	Webhook: {
		httpMethod: 'POST',
		path: 'core',
		authentication: 'basicAuth',
		responseMode: 'lastNode',
		options: {},
	},
	'Edit Fields': {
		assignments: {
			assignments: fields.map((name) => ({
				id: name,
				name,
				value: `={{ $json.body.${name} }}`,
				type: 'string',
			})),
		},
		options: {},
	},
	Find: {
		url: `${target}/Users`,
		...basic,
		sendQuery: true,
		queryParameters: {
			parameters: [{ name: 'filter', value: '=userName eq "{{ $json.userName }}"' }],
		},
		options: asJson,
	},
	If: {
		conditions: {
			options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
			conditions: [
				{
					id: 'found',
					leftValue: '={{ $json.totalResults }}',
					rightValue: 0,
					operator: { type: 'number', operation: 'gt' },
				},
			],
			combinator: 'and',
		},
		options: {},
	},
	Update: write('PATCH', `=${target}/Users/{{ $json.Resources[0].id }}`, patchBody),
	Create: write('POST', `${target}/Users`, createBody),
});

const types = {
	Webhook: ['webhook', 2.1],
	'Edit Fields': ['set', 3.4],
	Find: ['httpRequest', 4.2],
	If: ['if', 2.2],
	Update: ['httpRequest', 4.2],
	Create: ['httpRequest', 4.2],
};

const to = (node) => [{ node, type: 'main', index: 0 }];

/** @returns {import('../demo/host').WorkflowJson} */
export function buildCoreWorkflow({ target, caller, account }) {
	const parameters = parametersOf(target);
	return {
		name: 'The same from core nodes',
		nodes: Object.entries(types).map(([name, [type, typeVersion]], index) => ({
			id: `core-${index}`,
			name,
			type: `n8n-nodes-base.${type}`,
			typeVersion,
			position: [index * 200, 0],
			parameters: parameters[name],
			...(type === 'webhook' && { webhookId: 'core' }),
			...((type === 'webhook' || type === 'httpRequest') && {
				credentials: { httpBasicAuth: { name: type === 'webhook' ? caller : account } },
			}),
		})),
		connections: {
			Webhook: { main: [to('Edit Fields')] },
			'Edit Fields': { main: [to('Find')] },
			Find: { main: [to('If')] },
			If: { main: [to('Update'), to('Create')] },
		},
	};
}
