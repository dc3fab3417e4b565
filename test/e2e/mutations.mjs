// What a stranger, a broken client or a broken proxy makes of a valid call. All choices come from one
// generator of random numbers, so a seed brings every call back.
const methods = ['POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'HEAD'];
const types = [
	'application/scim+json',
	'application/json',
	'application/json; charset=utf-16',
	'application/scim+json; charset="UTF-8"',
	'application/x-www-form-urlencoded',
	'multipart/form-data; boundary=x',
	'text/plain',
	'application/octet-stream',
	'',
	'application/scim+json;;;',
];
const xmlTypes = ['text/xml', 'application/soap+xml', 'application/xml; charset=utf-16'];
const texts = [
	'',
	'null',
	'true',
	'-0',
	'1e999',
	'9007199254740993',
	'"__proto__"',
	'{"__proto__":1}',
	'[[[[',
	'"\\ud800"',
	'\u0000',
	'\ufeff',
	'"../.."',
	'={{ $env }}',
	'<!DOCTYPE x>',
	'&nobody;',
	'"id":"u2",',
	'\r\n',
	'${jndi:ldap://127.0.0.1:9/x}',
];
const tails = [
	'/',
	'//',
	'/x',
	'/..',
	'/%2e%2e',
	'/%00',
	'/%zz',
	';x=y',
	'?id=u9',
	'?id=a&id=b',
	'/a%2Fb',
	'%20',
];
const extras = [
	['content-encoding', 'gzip'],
	['content-encoding', 'identity'],
	['x-http-method-override', 'DELETE'],
	['x-forwarded-for', '127.0.0.1'],
	['x-forwarded-host', 'evil.example'],
	['x-original-url', '/rest/workflows'],
	['x-client-cert', 'SUCCESS'],
	['transfer-encoding', 'identity'],
	['cookie', 'n8n-auth=x'],
	['accept', 'text/html'],
	['origin', 'null'],
	['range', 'bytes=0-1'],
	['if-match', '*'],
	['expect', '100-continue'],
];

export function createMutator(random, calls, { takesXml }) {
	const knownTypes = takesXml ? [...types, ...xmlTypes] : types;
	const below = (count) => Math.floor(random() * count);
	const pick = (list) => list[below(list.length)];

	function slice(bytes) {
		const from = below(bytes.length + 1);
		return bytes.subarray(from, from + below(40));
	}

	function spliced(bytes, inserted) {
		const at = below(bytes.length + 1);
		return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at)]);
	}

	const ofBytes = [
		(bytes) => {
			const copy = Buffer.from(bytes);
			if (copy.length > 0) copy[below(copy.length)] ^= 1 << below(8);
			return copy;
		},
		(bytes) => bytes.subarray(0, below(bytes.length + 1)),
		(bytes) => spliced(bytes, slice(bytes)),
		(bytes) => spliced(bytes, slice(pick(calls).body)),
		(bytes) => spliced(bytes, Buffer.from(pick(texts))),
		(bytes) => Buffer.concat([Buffer.from('[' + '['.repeat(below(40))), bytes]),
		() => pick(calls).body,
	];

	const ofCalls = [
		(call) => ({ ...call, method: pick(methods) }),
		(call) => ({ ...call, path: call.path + pick(tails) }),
		(call) => ({ ...call, path: pick(calls).path }),
		(call) => ({ ...call, headers: { ...call.headers, 'content-type': pick(knownTypes) } }),
		(call) => ({ ...call, headers: { ...call.headers, ...Object.fromEntries([pick(extras)]) } }),
	];

	return {
		below,
		pick,
		mutateBytes: (bytes) => pick(ofBytes)(bytes),
		/** One to three changes; most of them to the body. */
		mutate(call) {
			let changed = call;
			for (let left = 1 + below(3); left > 0; left -= 1) {
				const isBody = random() < 0.6;
				changed = isBody
					? { ...changed, body: pick(ofBytes)(changed.body) }
					: pick(ofCalls)(changed);
			}
			return changed;
		},
	};
}

const spoil = (text, at) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

/** Authorization that must not open a trigger; what is said three times comes three times as often. */
export function createStranger({ below, pick }, triggers) {
	return function authorizationFor({ key, caller, client }) {
		const other = pick(triggers.filter((one) => one.key !== key));
		return pick([
			null,
			'',
			other.caller,
			client,
			spoil(caller, 6 + below(caller.length - 8)),
			caller.slice(0, 7 + below(caller.length - 8)),
			[caller, other.caller],
			[caller, caller],
			`${caller}, ${caller}`,
			caller.replace('Basic ', 'Bearer '),
			caller.replace('Basic ', ''),
			`Bearer ${Buffer.from(String(below(1e9))).toString('base64url')}.e30.`,
		]);
	};
}
