// The figures of a run, and whether they are as promised.
const quantile = (values, share) =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

const answersOf = ({ answers }) =>
	Object.entries(answers)
		.map(([status, count]) => `${status}: ${count}`)
		.join(', ');

const fact = (name, value) => ({ name, value });
const demand = (name, value, wanted, isMet = value === wanted) => ({ name, value, wanted, isMet });

export function rowsOf({
	tallies,
	notices,
	wantedNotices,
	faults,
	kills,
	before,
	after,
	world,
	executions,
	took,
}) {
	const { finished, received } = tallies;
	return [
		demand('notices sent', notices, `>= ${wantedNotices}`, notices >= wantedNotices),
		fact('  finished, answers', answersOf(finished)),
		fact('  received, answers', answersOf(received)),
		fact(
			'  finished, p50 / p95',
			[0.5, 0.95].map((q) => seconds(quantile(finished.durations, q))).join(' / '),
		),
		fact('  given up by the source', finished.givenUp + received.givenUp),
		fact('executions by status', executions),
		fact('calls at the target', faults.calls),
		fact('  of them faulty', faults.text),
		demand('C1: kill -9 of workers', kills.workers, 5),
		demand('C2: kill -9 of the webhook process', kills.webhooks, 1),
		fact('accounts disabled or deleted', world.retired.length),
		demand('  wrongly', world.wronged.length, 0),
		demand('C5: duplicate accounts', world.truth.duplicates(), 0),
		demand('2xx in finished mode', finished.claims, '> 0', finished.claims > 0),
		demand('  not true', finished.lies.length, 0),
		fact('  true, then overtaken by another run', finished.overtaken),
		fact('different before the repair round', before),
		demand('C4, C7: different after it', after, 0),
		fact('took', took),
	];
}

export function tableOf(rows) {
	const width = (of) => Math.max(...rows.map((row) => String(of(row)).length));
	const names = width(({ name }) => name);
	const values = Math.min(
		80,
		width(({ value }) => value),
	);
	return rows
		.map(({ name, value, wanted, isMet }) =>
			[
				name.padEnd(names),
				String(value).padEnd(values),
				wanted === undefined ? '' : `${isMet ? 'ok  ' : 'NOT '} wanted ${wanted}`,
			]
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}
