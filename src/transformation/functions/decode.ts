import { z } from 'zod';
import { decodeBase32 } from './base32';
import { decodeBase64 } from './base64';
import type { TransformationFunction } from './function';
import { textOf } from './value';

/** `skipPadding` is accepted for symmetry: padding is optional always. */
const parameters = z
	.object({ algorithm: z.enum(['base32', 'base64']), skipPadding: z.boolean().default(false) })
	.strict();

/** Text of RFC 4648 -> bytes, which need `toString` before they can be written. */
export const decode: TransformationFunction<z.infer<typeof parameters>> = {
	name: 'decode',
	subject: 'element',
	parameters,
	run: (value, { algorithm }) =>
		algorithm === 'base32' ? decodeBase32(textOf(value)) : decodeBase64(textOf(value)),
};
