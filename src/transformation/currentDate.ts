import { ProvisioningError } from '../model/errors';
import { reasonOf } from './faults';
import { datePrinter } from './functions/dates/print';

/** Unless the property says otherwise [Property Types]. */
export const DATE_FORMAT = 'yyyy-MM-dd HH:mm:ss.SSS';
export const DATE_FORMAT_PROPERTY = 'ips.date.variable.format';

/**
 * Prints the variable `currentDate`, in UTC, from milliseconds since 1970.
 * @throws ProvisioningError `transformation.invalid` for a pattern that is not understood
 */
export function currentDatePrinter(pattern: string): (time: number) => string {
	try {
		const print = datePrinter(pattern);
		return (time) => print({ time, offset: 0 });
	} catch (error) {
		throw notUnderstood(error);
	}
}

function notUnderstood(cause: unknown): ProvisioningError {
	return new ProvisioningError({
		code: 'transformation.invalid',
		message: `The date format of the variable currentDate is not understood: ${reasonOf(cause)}`,
		hint: `Correct the property \`${DATE_FORMAT_PROPERTY}\`; its default is ${DATE_FORMAT}.`,
		cause,
	});
}
