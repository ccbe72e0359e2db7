import { show } from '../errors.js';
import { say, type Message } from './message.js';

/** A problem in a file of a folder, and its place. */
export interface Problem {
  readonly file: string;
  /** Row of the table as a spreadsheet counts it, from 1; null for the file as a whole. */
  readonly line: number | null;
  /** Name of the column; null for the line or file as a whole. */
  readonly column: string | null;
  readonly found: Message;
  readonly expected: Message;
}

/** A problem in one language, and how often it is there. */
export interface GatheredProblem extends Problem {
  readonly found: string;
  readonly expected: string;
  /** The other rows with the same mistake, where there are any: their number, and the line of the last. */
  readonly more?: { readonly rows: number; readonly lastLine: number | null };
  /** The cells of its row that are filled in or at fault; left out where no row was read. */
  readonly cells?: readonly RowCell[];
}

/** A cell as it is written in the row of a problem. */
export interface RowCell {
  /** Its name in the header; null where that names no column, and in the header itself and above. */
  readonly column: string | null;
  /** Of a long text the beginning. */
  readonly text: string;
  /** Whether a listed problem of the row is about it. */
  readonly isFaulty: boolean;
}

/** A cell as the `found` of a problem. */
export const found = (text: string): string => (text === '' ? 'nothing' : show(text));

/** A cell, which may be empty, as the `found` of a problem in both languages. */
export const cellText = (text: string): Message => (text === '' ? say('nothing', '空') : show(text));
