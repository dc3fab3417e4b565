import type { Position } from './automaton';
import { isExplosive, isUncertain, overlaps } from './automaton';
import type { Node } from './tree';
import { isLookAround } from './tree';

/** A repetition up to this many times does not grow with the input. */
const FEW = 30;
const ASCII = 128;
const EVERYTHING = (1n << 129n) - 1n;

/** The worst input of length L takes about `factor * L^power / power!` steps: places come in order. */
export interface Danger {
	readonly power: number;
	/** Infinite for a pattern that explodes. */
	readonly factor: number;
}

/** What Glushkov's construction knows about a part: the positions that can begin and end it. */
interface Part {
	readonly nullable: boolean;
	readonly first: readonly number[];
	readonly last: readonly number[];
}

const NOTHING: Part = { nullable: true, first: [], last: [] };

/**
 * How long backtracking can take. Repetitions such as `(a+)+`, `(a|a)*` and `(.*,)*` explode; one whose
 * end is uncertain (`.*a`) costs a power, and so does everything that is then tried from each end of it.
 */
export function judge(root: Node, flags: string): Danger {
	const automaton = new Automaton(flags);
	automaton.enter(root);
	return automaton.danger();
}

/** An outermost repetition with those inside of it. */
interface Loop {
	/** How many of them can grow with the input. */
	growing: number;
	/** In how many ways the others can end. */
	choices: number;
	/** How often the others can run. */
	rounds: number;
	/** Capturing ones, whose bounds cost as much as a character. */
	groups: number;
}

const newLoop = (): Loop => ({ growing: 0, choices: 1, rounds: 1, groups: 0 });

class Automaton {
	private readonly positions: Position[] = [];
	private readonly masks = new Map<string, bigint>();
	private readonly loops: Loop[] = [newLoop()];
	private lookArounds = 0;
	/** In how many ways rounds can be left out. */
	private choices = 1;
	private explosive = false;

	constructor(private readonly flags: string) {}

	/** Where a pattern begins, `a?` is a choice if an `a` may follow; the end of a repetition counts by itself. */
	enter(root: Node): void {
		const { first } = this.visit(root, 0);
		const isChoice = first.some(
			(edge, index) =>
				this.positions[edge]?.loop === 0 &&
				overlaps(this.positions, [edge], first.slice(index + 1)),
		);
		if (isChoice) this.choices *= 2;
	}

	private visit(node: Node, loop: number): Part {
		switch (node.kind) {
			case 'assertion':
				return NOTHING;
			case 'characters':
				return this.addPosition(this.maskOf(node.source, node.wide), loop, false);
			case 'reference':
				return this.addPosition(EVERYTHING, loop, true);
			case 'group':
				return this.visitGroup(node, loop);
			case 'choice':
				return union(node.options.map((option) => this.visit(option, loop)));
			case 'sequence':
				return node.parts.reduce<Part>(
					(before, part) => this.join(before, this.visit(part, loop), loop),
					NOTHING,
				);
			case 'repetition':
				return this.visitRepetition(node, loop);
		}
	}

	danger(): Danger {
		let power = this.lookArounds;
		let { choices } = this;
		let tail = 1;
		let hasCertainLoop = false;
		for (const [index, loop] of this.loops.entries()) {
			const positions = this.positions.filter((position) => position.loop === index);
			tail += (positions.length + loop.groups) * loop.rounds;
			const isAmbiguous = positions.some(({ inside }) => isUncertain(this.positions, inside));
			if (isAmbiguous) {
				if (isExplosive(this.positions, index)) this.explosive = true;
				power += Math.max(0, loop.growing - 1);
			}
			// Uncertain choices outside of repetitions multiply: `a?a?a?...aaa` doubles with each of them.
			choices *=
				2 ** positions.filter(({ outside }) => isUncertain(this.positions, outside)).length;
			const isEndUncertain =
				positions.some(({ inside, outside }) => overlaps(this.positions, inside, outside)) ||
				(isAmbiguous && this.overlapsAnywhere(positions));
			if (isEndUncertain) choices *= loop.choices;
			if (isEndUncertain && loop.growing > 0) power += 1;
			else hasCertainLoop ||= loop.growing > 0;
		}
		return {
			power: power + (hasCertainLoop ? 1 : 0),
			factor: this.explosive ? Infinity : choices * tail,
		};
	}

	/** Where one text leads to several states, one of them may go on and another one leave. */
	private overlapsAnywhere(positions: readonly Position[]): boolean {
		const inside = positions.flatMap((position) => position.inside);
		const outside = positions.flatMap((position) => position.outside);
		return overlaps(this.positions, inside, outside);
	}

	private visitRepetition(node: Extract<Node, { kind: 'repetition' }>, loop: number): Part {
		if (node.max === 0) return NOTHING;
		if (node.max === 1) {
			const body = this.visit(node.body, loop);
			return { ...body, nullable: node.min === 0 || body.nullable };
		}
		const inner = loop === 0 ? this.loops.push(newLoop()) - 1 : loop;
		const counts = this.loops[inner];
		if (counts !== undefined) {
			if (node.max === undefined || node.max > FEW) counts.growing += 1;
			else {
				counts.choices *= node.max - node.min + 1;
				counts.rounds *= node.max;
			}
		}
		const body = this.visit(node.body, inner);
		if (body.nullable && body.first.length > 0) {
			// `(a?){30}` may leave out any of its rounds, `(a?){2,}` the first two; then an empty one ends it.
			if (node.max !== undefined || (loop !== 0 && node.min > 0)) this.explosive = true;
			this.choices *= 2 ** (node.min + 1);
		}
		this.link(body.last, body.first, inner);
		return { ...body, nullable: node.min === 0 || body.nullable };
	}

	private visitGroup({ open, body }: Extract<Node, { kind: 'group' }>, loop: number): Part {
		if (!isLookAround(open)) {
			const counts = this.loops[loop];
			if (counts !== undefined && open !== '(?:') counts.groups += 1;
			return this.visit(body, loop);
		}
		// It is asked anew at each place.
		this.enter(body);
		this.lookArounds += 1;
		return NOTHING;
	}

	private addPosition(mask: bigint, loop: number, nullable: boolean): Part {
		const position = this.positions.push({ mask, loop, inside: [], outside: [] }) - 1;
		return { nullable, first: [position], last: [position] };
	}

	private join(before: Part, after: Part, loop: number): Part {
		this.link(before.last, after.first, loop);
		return {
			nullable: before.nullable && after.nullable,
			first: before.nullable ? [...before.first, ...after.first] : before.first,
			last: after.nullable ? [...before.last, ...after.last] : after.last,
		};
	}

	private link(from: readonly number[], to: readonly number[], loop: number): void {
		for (const start of from) {
			const position = this.positions[start];
			const edges = loop === 0 ? position?.outside : position?.inside;
			edges?.push(...to);
		}
	}

	private maskOf(source: string, wide: boolean): bigint {
		const known = this.masks.get(source);
		if (known !== undefined) return known;
		const one = new RegExp(`^${source}$`, this.flags);
		let mask = wide ? 1n << BigInt(ASCII) : 0n;
		for (let code = 0; code < ASCII; code += 1) {
			if (one.test(String.fromCharCode(code))) mask |= 1n << BigInt(code);
		}
		this.masks.set(source, mask);
		return mask;
	}
}

function union(parts: readonly Part[]): Part {
	return {
		nullable: parts.some(({ nullable }) => nullable),
		first: parts.flatMap(({ first }) => first),
		last: parts.flatMap(({ last }) => last),
	};
}
