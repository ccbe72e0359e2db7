import type { LabelLanguage } from '../enum-label.js';
import { inEnglish, inLanguage } from './message.js';
import type { GatheredProblem, Problem, RowCell } from './problem.js';

/** How problems are shown: in which language, under which names of files and columns, and beside which cells. */
export interface Shown {
  readonly language?: LabelLanguage;
  /** The names that the user's own files and columns have. */
  readonly nameOf?: (file: string, column: string | null) => { readonly file: string; readonly column: string | null };
  /** The cells of the rows of these problems. */
  readonly cellsOf?: (problems: readonly Problem[]) => (problem: Problem) => readonly RowCell[] | null;
}

/** How many rows of one mistake are kept. Further ones are counted. */
const rowsOfOne = 3;
/** How many problems are kept in all. */
const maxKept = 300;

interface Mistake {
  readonly first: Problem[];
  others: number;
  lastLine: number | null;
}

/**
 * Gathers problems in bounded memory. Those of one column that expect the same are one mistake: the first rows are kept,
 * and the number of the others.
 */
export class Problems {
  private readonly mistakes = new Map<string, Mistake>();
  private kept = 0;
  /** The number of all problems. */
  count = 0;
  /** The number of problems of whose kind none is kept. */
  leftOut = 0;

  constructor(problems: Iterable<Problem> = []) {
    this.addAll(problems);
  }

  addAll(problems: Iterable<Problem>): void {
    for (const problem of problems) {
      this.add(problem);
    }
  }

  /** Adds what another has gathered. */
  merge(other: Problems): void {
    for (const { more, ...problem } of other.gathered()) {
      this.add(problem);
      if (more) {
        this.addMore(problem, more);
      }
    }
    this.count += other.leftOut;
    this.leftOut += other.leftOut;
  }

  private addMore(problem: Problem, { rows, lastLine }: NonNullable<GatheredProblem['more']>): void {
    const mistake = this.mistakes.get(keyOf(problem));
    this.count += rows;
    if (mistake) {
      mistake.others += rows;
      mistake.lastLine = Math.max(mistake.lastLine ?? 0, lastLine ?? 0) || null;
    } else {
      this.leftOut += rows;
    }
  }

  add(problem: Problem): void {
    this.count += 1;
    const key = keyOf(problem);
    const mistake = this.mistakes.get(key);
    if (this.kept < maxKept && (mistake?.first.length ?? 0) < rowsOfOne) {
      this.kept += 1;
      if (mistake) {
        mistake.first.push(problem);
      } else {
        this.mistakes.set(key, { first: [problem], others: 0, lastLine: null });
      }
    } else if (mistake) {
      mistake.others += 1;
      mistake.lastLine = Math.max(mistake.lastLine ?? 0, problem.line ?? 0) || null;
    } else {
      this.leftOut += 1;
    }
  }

  /** By file and line, in one language; the last one kept of a mistake counts the others. */
  list({ language = 'EN', nameOf, cellsOf }: Shown = {}): readonly GatheredProblem[] {
    const gathered = this.gathered();
    const cellsBeside = cellsOf?.(gathered);
    return gathered
      .map((problem) => {
        const cells = cellsBeside?.(problem) ?? null;
        return {
          ...problem,
          ...nameOf?.(problem.file, problem.column),
          found: inLanguage(problem.found, language),
          expected: inLanguage(problem.expected, language),
          ...(cells && { cells }),
        };
      })
      .toSorted((one, other) => one.file.localeCompare(other.file) || (one.line ?? 0) - (other.line ?? 0));
  }

  private gathered(): (Problem & Pick<GatheredProblem, 'more'>)[] {
    return [...this.mistakes.values()].flatMap(({ first, others, lastLine }) =>
      first.map((problem, place) =>
        others > 0 && place === first.length - 1 ? { ...problem, more: { rows: others, lastLine } } : problem,
      ),
    );
  }
}

/** What problems of one mistake have in common. Numbers and quotations are those of a row. */
function keyOf({ file, column, found, expected }: Problem): string {
  const what = column === null ? inEnglish(found) : '';
  return [file, column, ...[what, inEnglish(expected)].map((text) => text.replace(/"(?:[^"\\]|\\.)*"|\d+/g, '0'))].join(
    '\0',
  );
}
