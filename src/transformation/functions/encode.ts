import { z } from 'zod';
import { encodeBase32 } from './base32';
import { encodeBase64 } from './base64';
import type { TransformationFunction } from './function';
import { isBytes, textOf } from './value';

const parameters = z
	.object({ algorithm: z.enum(['base32', 'base64']), skipPadding: z.boolean().default(false) })
	.strict();

/** Text (as UTF-8) or bytes -> text of RFC 4648. */
export const encode: TransformationFunction<z.infer<typeof parameters>> = {
	name: 'encode',
	subject: 'element',
	parameters,
	run(value, { algorithm, skipPadding }) {
		const bytes = isBytes(value) ? value : Buffer.from(textOf(value), 'utf8');
		const encoded = algorithm === 'base32' ? encodeBase32(bytes) : encodeBase64(bytes);
		return skipPadding ? encoded.replace(/=/g, '') : encoded;
	},
};
