import { show, UserError } from '../errors.js';

/** A problem in a file of a folder, and its place. */
export interface Problem {
  readonly file: string;
  /** Line in the file, counted from 1; null for the file as a whole. */
  readonly line: number | null;
  /** Name of the column; null for the line or file as a whole. */
  readonly column: string | null;
  readonly found: string;
  readonly expected: string;
}

/** A refused import with all its problems. Nothing was written. */
export class ImportError extends UserError {
  /** By file and line. */
  readonly problems: readonly Problem[];

  constructor(
    readonly folder: string,
    found: readonly Problem[],
  ) {
    const problems = found.toSorted(
      (one, other) => one.file.localeCompare(other.file) || (one.line ?? 0) - (other.line ?? 0),
    );
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    super(`Nothing was imported from ${folder}: ${count}.\n${problems.map(problemText).join('\n')}`);
    this.problems = problems;
  }
}

/** A problem as one line: `funds.csv:7 kind: found "GIFT", expected one of FISCAL, SOCIAL`. */
function problemText({ file, line, column, found, expected }: Problem): string {
  const place = `${file}${line === null ? '' : `:${line}`}${column === null ? '' : ` ${column}`}`;
  return `${place}: found ${found}, expected ${expected}`;
}

/** A cell as the `found` of a problem. */
export const found = (text: string): string => (text === '' ? 'nothing' : show(text));
