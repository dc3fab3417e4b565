import {
	fromFunction,
	webhookDescriptionFields,
	type INodeParameters,
	type IWebhookDescription,
} from 'n8n-workflow';
import type { TriggerSource } from './source';

type DescriptionField = ReturnType<typeof fromFunction>;

/** Name of the webhook of the token endpoint; n8n knows two names, the other takes the changes. */
export const TOKEN_WEBHOOK = 'setup';

const SYSTEMS = 'ipsproxy/service/api/v1/systems';

/** Text with the system id in it, resolved by n8n without its expression engine. */
function withSystemId(before: string, after: string): DescriptionField {
	return {
		template: `=${before}{{$parameter["systemId"]}}${after}`,
		resolve: ({ systemId }: INodeParameters) => `${before}${String(systemId)}${after}`,
	};
}

// n8n copies the source text of these functions into an expression: they may use their argument only.
const answer = {
	responseMode: fromFunction(({ respond }) => (respond === 'finished' ? 'lastNode' : 'onReceived')),
	responseData: fromFunction(({ respond }) => (respond === 'finished' ? 'allEntries' : '')),
	responseCode: fromFunction((parameters: { options?: { receivedStatus?: number } }) =>
		parameters.options && parameters.options.receivedStatus
			? parameters.options.receivedStatus
			: 202,
	),
};

function endpoint(
	tail: string,
	more: Partial<IWebhookDescription>,
	httpMethod = 'POST,DELETE,GET,HEAD,PUT,PATCH',
): IWebhookDescription {
	const path = withSystemId(`${SYSTEMS}/`, tail);
	const fields = webhookDescriptionFields({ path, ...answer });
	return { name: 'default', httpMethod, ndvHideMethod: true, ...more, ...fields };
}

const hidden = { isFullPath: true, ndvHideUrl: true };

/**
 * `<webhook base>/<webhookId>/ipsproxy/service/api/v1/systems/<system id>/entities/<type>[/<id>]`.
 * Fixed paths come first because n8n keeps them in its cache, and are the ones that people copy; paths
 * with variables also take the spellings that callers may use. Those carry the webhook id only with
 * `isFullPath`.
 */
export function endpointWebhooks({ canPush }: TriggerSource): IWebhookDescription[] {
	return [
		endpoint('/entities/user', {}),
		endpoint('/entities/group', {
			ndvHideUrl: '={{ !$parameter["entityTypes"].includes("group") }}',
		}),
		endpoint('/oauth2/token', { name: TOKEN_WEBHOOK, ndvHideUrl: true }, 'POST'),
		endpoint('/entities/:type/:id', hidden),
		endpoint('/entities/:type', hidden),
		// What a SCIM client calls: `/Users`, `/Users/<id>`, `/ServiceProviderConfig` and the like.
		...(canPush ? [endpoint('/:type/:id', hidden), endpoint('/:type', hidden)] : []),
		// Without the webhook id: n8n refuses to publish a second trigger with the same system id.
		endpoint('', { isFullPath: true, ndvHideUrl: true }, 'GET'),
	];
}
