import { numberedSubgraphs, numbersIn, type NumberedSubgraph } from './numbered-import.js';

/** What is wrong with an answer: it is older than it may be, of several imports, or lacks rows. */
export interface WrongAnswer {
  readonly kind: 'older' | 'mixed' | 'empty';
  readonly subgraph: NumberedSubgraph;
  /** The least number that it may have. */
  readonly least: number;
  readonly found: readonly number[];
}

/**
 * Checks answers while numbered imports run: of each subgraph, an answer has one number alone, and none less than what was
 * committed, or what any reader had read, when it was asked for.
 */
export class FreshnessCheck {
  readonly wrong: WrongAnswer[] = [];
  /** Answers that were checked. */
  answers = 0;
  private readonly least = new Map<NumberedSubgraph, number>();

  /** Call it when an import with this number has ended. */
  committed(number: number): void {
    for (const subgraph of numberedSubgraphs) {
      this.raise(subgraph, number);
    }
  }

  /** Call it before a request is sent, and what it gives with the text of the answer. */
  request(subgraphs: readonly NumberedSubgraph[]): (answer: string) => void {
    const leastNow = new Map(this.least);
    return (answer) => {
      this.answers += 1;
      const numbers = numbersIn(answer);
      for (const subgraph of subgraphs) {
        const found = numbers.get(subgraph) ?? [];
        const least = leastNow.get(subgraph) ?? 0;
        for (const kind of faultsOf(found, least)) {
          this.wrong.push({ kind, subgraph, least, found });
        }
        this.raise(subgraph, Math.max(0, ...found));
      }
    };
  }

  private raise(subgraph: NumberedSubgraph, number: number): void {
    this.least.set(subgraph, Math.max(number, this.least.get(subgraph) ?? 0));
  }
}

function faultsOf(found: readonly number[], least: number): readonly WrongAnswer['kind'][] {
  return [
    ...(found.length < 2 ? ['empty' as const] : []),
    ...(Math.min(...found) < least ? ['older' as const] : []),
    ...(new Set(found).size > 1 ? ['mixed' as const] : []),
  ];
}
