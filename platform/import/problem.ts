import { show, UserError } from '../errors.js';

/** Something in a file that the importer does not understand, and where. */
export interface Problem {
  readonly file: string;
  /** Line in the file, counted from 1; null where the file as a whole is meant. */
  readonly line: number | null;
  /** Column by its header; null where the line or file as a whole is meant. */
  readonly column: string | null;
  readonly found: string;
  readonly expected: string;
}

/** A refused import, with every problem that was found. Nothing was written. */
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

/** A value as a problem's `found`. */
export const found = (text: string): string => (text === '' ? 'nothing' : show(text));
