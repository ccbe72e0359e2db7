import { show } from '../errors.js';

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

/** A problem, and how often it is there. */
export interface GatheredProblem extends Problem {
  /** The other rows with the same mistake, where there are any: their number, and the line of the last. */
  readonly more?: { readonly rows: number; readonly lastLine: number | null };
}

/** A cell as the `found` of a problem. */
export const found = (text: string): string => (text === '' ? 'nothing' : show(text));
