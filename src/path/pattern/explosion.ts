import type { Node } from './tree';
import { isLookAround } from './tree';

/** A repetition up to this many times does not count as one that can grow with the input. */
const FEW = 30;
const ASCII = 128;
const EVERYTHING = (1n << 129n) - 1n;

export type Danger =
	/** One text can be taken apart in exponentially many ways. */
	| 'explosive'
	/** Number of repetitions that can trade characters with what follows them: the time grows as n^(1 + it). */
	| number;

interface Position {
	/** One bit per ASCII character; bit 128 = anything beyond. */
	readonly mask: bigint;
	/** Outermost repetition around it; 0 = none. */
	readonly loop: number;
	readonly edges: { readonly to: number; readonly loop: number }[];
}

/** What Glushkov's construction knows about a part: which positions can begin and end it. */
interface Part {
	readonly nullable: boolean;
	readonly first: readonly number[];
	readonly last: readonly number[];
}

const NOTHING: Part = { nullable: true, first: [], last: [] };

/**
 * Backtracking is harmless as long as inside of each repetition the next character alone says how to
 * go on. So inside of repetitions the automaton of the pattern has to be deterministic (`(a+)+`, `(a|a)*`
 * and `(.*,)*` are not); a repetition whose end is uncertain (`.*a`) costs one degree of a polynomial.
 */
export function judge(root: Node, flags: string): Danger {
	const judgement = new Judgement(flags);
	judgement.visit(root, 0);
	return judgement.verdict();
}

class Judgement {
	private readonly positions: Position[] = [];
	private readonly masks = new Map<string, bigint>();
	private readonly boundedLoops = new Set<number>();
	private loops = 0;
	private lookArounds = 0;
	private explosive = false;

	constructor(private readonly flags: string) {}

	visit(node: Node, loop: number): Part {
		switch (node.kind) {
			case 'assertion':
				return NOTHING;
			case 'characters':
				return this.addPosition(this.maskOf(node.source, node.wide), loop, false);
			case 'reference':
				return this.addPosition(EVERYTHING, loop, true);
			case 'group':
				return isLookAround(node.open)
					? this.visitLookAround(node.body)
					: this.visit(node.body, loop);
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

	verdict(): Danger {
		const uncertain = new Set<number>();
		for (const { loop, edges } of this.positions) {
			let inside = 0n;
			let outside = 0n;
			for (const edge of edges) {
				const mask = this.positions[edge.to]?.mask ?? EVERYTHING;
				if (loop === 0 || edge.loop !== loop) outside |= mask;
				else if ((inside & mask) !== 0n) return 'explosive';
				else inside |= mask;
			}
			if ((inside & outside) !== 0n && !this.boundedLoops.has(loop)) uncertain.add(loop);
		}
		return this.explosive ? 'explosive' : uncertain.size + this.lookArounds;
	}

	private visitRepetition(node: Extract<Node, { kind: 'repetition' }>, loop: number): Part {
		if (node.max === 0) return NOTHING;
		const nullable = node.min === 0;
		if (node.max === 1) {
			const body = this.visit(node.body, loop);
			return { ...body, nullable: nullable || body.nullable };
		}
		const inner = loop === 0 ? (this.loops += 1) : loop;
		if (loop === 0 && node.max !== undefined && node.max <= FEW) this.boundedLoops.add(inner);
		const body = this.visit(node.body, inner);
		// `(a?){30}` may leave out any of its rounds; without a count an empty round ends the repetition.
		if (body.nullable && node.max !== undefined && body.first.length > 0) this.explosive = true;
		this.link(body.last, body.first, inner);
		return { ...body, nullable: nullable || body.nullable };
	}

	/** It is asked at each place where it stands, which is one more degree. */
	private visitLookAround(body: Node): Part {
		this.visit(body, 0);
		this.lookArounds += 1;
		return NOTHING;
	}

	private addPosition(mask: bigint, loop: number, nullable: boolean): Part {
		const position = this.positions.push({ mask, loop, edges: [] }) - 1;
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
			for (const end of to) this.positions[start]?.edges.push({ to: end, loop });
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
