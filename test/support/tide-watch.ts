import { tidesIn, type Shore } from './tide.js';

/** What is wrong with an answer. */
export interface Breach {
  readonly kind: 'older' | 'mixed' | 'empty';
  readonly subgraph: Shore;
  /** The least number that it may have. */
  readonly floor: number;
  readonly found: readonly number[];
}

/**
 * Judges answers: of one subgraph, each has one number alone, and none that is less than what was committed, or what
 * anyone had read, when it was asked for.
 */
export class TideWatch {
  readonly breaches: Breach[] = [];
  answers = 0;
  private readonly floors = new Map<Shore, number>();

  /** An import that wrote this number to all subgraphs has ended. */
  committed(height: number): void {
    for (const shore of ['finance', 'labour', 'training'] as const) {
      this.raise(shore, height);
    }
  }

  /** Call it before a request is sent, and what it gives with the text of the answer. */
  asks(shores: readonly Shore[]): (answer: string) => void {
    const floors = new Map(this.floors);
    return (answer) => {
      this.answers += 1;
      const tides = tidesIn(answer);
      for (const subgraph of shores) {
        const found = tides.get(subgraph) ?? [];
        const floor = floors.get(subgraph) ?? 0;
        for (const kind of breachesOf(found, floor)) {
          this.breaches.push({ kind, subgraph, floor, found });
        }
        this.raise(subgraph, Math.max(0, ...found));
      }
    };
  }

  private raise(shore: Shore, height: number): void {
    this.floors.set(shore, Math.max(height, this.floors.get(shore) ?? 0));
  }
}

function breachesOf(found: readonly number[], floor: number): readonly Breach['kind'][] {
  return [
    ...(found.length < 2 ? ['empty' as const] : []),
    ...(Math.min(...found) < floor ? ['older' as const] : []),
    ...(new Set(found).size > 1 ? ['mixed' as const] : []),
  ];
}
