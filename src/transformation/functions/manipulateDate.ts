import { z } from 'zod';
import { MILLISECONDS, printMilliseconds, readMilliseconds } from './dates/milliseconds';
import type { Difference, Moment } from './dates/moment';
import { shift } from './dates/moment';
import { datePrinter } from './dates/print';
import { dateReader } from './dates/read';
import type { TransformationFunction, Value } from './function';
import { signedCount } from './parameters';
import { textOf } from './value';

const parameters = z
	.object({
		sourceDateFormat: z.string().min(1).optional(),
		targetDateFormat: z.string().min(1).optional(),
		years: signedCount.default(0),
		months: signedCount.default(0),
		days: signedCount.default(0),
		hours: signedCount.default(0),
		minutes: signedCount.default(0),
		seconds: signedCount.default(0),
	})
	.strict();

interface Prepared {
	readonly difference: Difference;
	readonly read: DateReader | undefined;
	readonly print: DatePrinter | undefined;
}

type DateReader = (value: Value) => Moment;
type DatePrinter = (moment: Moment) => string;

/**
 * Reads a date, moves it and prints it, in UTC. Without formats both are the one of the variable
 * `currentDate`; without a target format the source format is printed.
 */
export const manipulateDate: TransformationFunction<z.infer<typeof parameters>, Prepared> = {
	name: 'manipulateDate',
	subject: 'scalar',
	parameters,
	prepare({ sourceDateFormat, targetDateFormat, ...difference }) {
		const target = targetDateFormat ?? sourceDateFormat;
		return {
			difference,
			read: sourceDateFormat === undefined ? undefined : readerOf(sourceDateFormat),
			print: target === undefined ? undefined : printerOf(target),
		};
	},
	run(value, { difference, read, print }, { dateFormat }) {
		const moment = (read ?? readerOf(dateFormat))(value);
		return (print ?? printerOf(dateFormat))(shift(moment, difference));
	},
};

function readerOf(format: string): DateReader {
	if (format === MILLISECONDS) return readMilliseconds;
	const read = dateReader(format);
	return (value) => read(textOf(value));
}

function printerOf(format: string): DatePrinter {
	return format === MILLISECONDS ? printMilliseconds : datePrinter(format);
}
