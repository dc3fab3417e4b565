// One line a step, with its time, on standard error: standard output is for results. On a terminal the
// line is rewritten while the step runs; elsewhere a long step says now and then that it is alive.
const { stderr } = process;
const quietSeconds = 20;

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`.padStart(6);

/** Steps of which there are `total`; `take` numbers them as they come. */
export function createSteps(total) {
	let number = 0;

	/**
	 * @template T
	 * @param {(say: (text: string) => void) => Promise<T> | T} work `say` changes the text behind the title
	 * @returns {Promise<T>}
	 */
	async function take(title, text, work, label = `[${(number += 1)}/${total}]`) {
		const since = Date.now();
		const line = () => `${label} ${title.padEnd(10)} ${text.padEnd(58)} ${seconds(since)}`;
		const rewind = stderr.isTTY ? '\r' : '';
		const end = (text = '') => {
			clearInterval(ticker);
			stderr.write(`${rewind}${line()}${text}\n`);
		};
		const ticker = setInterval(
			() => stderr.write(stderr.isTTY ? `\r${line()}` : `${line()} ...\n`),
			stderr.isTTY ? 500 : quietSeconds * 1000,
		);
		ticker.unref();
		try {
			const result = await work((said) => (text = said));
			end();
			return result;
		} catch (error) {
			end('   failed');
			throw error;
		}
	}

	/** A step beside the numbered ones. */
	const aside = (title, text, work) => take(title, text, work, '     ');

	return { take: (title, text, work) => take(title, text, work), aside };
}
