import type { IWebhookFunctions } from 'n8n-workflow';
import {
	bulkAnswer,
	discoveryAnswer,
	isBulkAddress,
	isXml,
	LIMITS,
	lookAnswer,
	parseNotices,
	pushAnswer,
	readAddress,
	readEntityType,
	readMediaType,
	refuseEncoding,
	Refused,
	soapAnswer,
	takesXml,
	type Answer,
	type ParsedNotice,
	type ParsedNotices,
	type Translate,
} from '../../../src/endpoint';
import { readBody } from './body';
import type { TriggerParameters } from './parameters';
import type { TriggerSource } from './source';

export type Request = ReturnType<IWebhookFunctions['getRequestObject']>;

/**
 * What the caller gets to hear without a run; `undefined` when the call has to be read.
 * @throws Refused for what this trigger does not take, whatever its body says
 */
export function lookAround(
	request: Request,
	parameters: TriggerParameters,
	{ system }: TriggerSource,
): Answer | undefined {
	const address = readAddress(request.originalUrl);
	const isElsewhere = address.systemId !== parameters.systemId;
	if (isElsewhere || (address.isScim && !parameters.acceptsPush)) throw new Refused('unknownPath');
	if (isBulkAddress(address)) return undefined;
	const isLook = request.method === 'GET' || request.method === 'HEAD';
	const entityType = readEntityType(address);
	if (entityType === undefined) {
		if (!isLook) throw new Refused('unknownPath');
		return discoveryAnswer(request.originalUrl);
	}
	if (!system.entityTypes.includes(entityType)) throw new Refused('groupsUnknown');
	if (!parameters.entityTypes.includes(entityType)) throw new Refused('entityTypeOff');
	return isLook ? lookAnswer(entityType, address.entityId) : undefined;
}

/** @throws Refused for what cannot be read at all */
export async function parseCall(
	request: Request,
	{ system }: TriggerSource,
): Promise<Exclude<ParsedNotices, { status: 'refused' }>> {
	const contentType = request.headers['content-type'];
	readMediaType(contentType, takesXml(system.id));
	refuseEncoding(request.headers['content-encoding']);
	const body = await readBody(request, AbortSignal.timeout(LIMITS.readingMs));
	const parsed = parseNotices(system.id, {
		method: request.method,
		path: request.originalUrl,
		body,
		...(contentType !== undefined && { contentType }),
	});
	if (parsed.status === 'refused') throw new Refused(parsed.code);
	return parsed;
}

/** Whoever speaks SOAP hears of a refusal by a fault. */
export function translateRefusal(request: Request, { system }: TriggerSource): Translate {
	const isSoap = takesXml(system.id) && isXml(request.headers['content-type']);
	if (!isSoap) return (answer) => answer;
	return (answer) => soapAnswer(answer, { status: '0', at: '' });
}

/** The public address of the system: what n8n knows it by, never what the caller says. */
function baseOf(context: IWebhookFunctions): string {
	return (context.getNodeWebhookUrl('default') ?? '').replace(/\/entities\/user$/, '');
}

/** Why this trigger does not want a notice; `undefined` when it does. */
export function refusalOf(
	{ kind, entityType }: ParsedNotice,
	{ kinds, entityTypes }: TriggerParameters,
): 'entityTypeOff' | 'kindOff' | undefined {
	if (!entityTypes.includes(entityType)) return 'entityTypeOff';
	return kinds.includes(kind) ? undefined : 'kindOff';
}

interface Taken {
	readonly parsed: Extract<ParsedNotices, { status: 'accepted' }>;
	readonly notices: readonly ParsedNotice[];
	readonly parameters: TriggerParameters;
	readonly receivedAt: string;
}

/** Into the words of a caller that speaks SOAP or SCIM; `undefined` for all others. */
export function translationFor(
	context: IWebhookFunctions,
	{ parsed, notices, parameters, receivedAt }: Taken,
): Translate | undefined {
	const { message, operations } = parsed;
	if (message !== undefined) {
		const { acknowledgement: status } = parameters;
		return (answer) => soapAnswer(answer, { message, status, at: receivedAt });
	}
	const base = baseOf(context);
	if (operations !== undefined) {
		const ofNotice = (notice: ParsedNotice) => refusalOf(notice, parameters);
		return (answer) => bulkAnswer(answer, { operations, base, refusalOf: ofNotice });
	}
	const { method, originalUrl } = context.getRequestObject();
	const [notice] = notices;
	if (notice === undefined || !readAddress(originalUrl).isScim) return undefined;
	return (answer) => pushAnswer(answer, { method, notice, base });
}
