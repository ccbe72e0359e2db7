import type { Problem } from './problem.js';

/** A table as its file has it: rows of texts, of which one is the header. */
export interface Sheet {
  readonly rows: readonly SheetRow[];
  /** Whether rows that are shorter than the header end in empty cells, as those of a spreadsheet do. */
  readonly isPadded?: boolean;
  /** Cells that have no value, by `faultKey`: what stands there, and what is to. */
  readonly faults?: ReadonlyMap<string, Pick<Problem, 'found' | 'expected'>>;
  /** How it was read where that is not as documented: warnings. */
  readonly notes: readonly Problem[];
}

export interface SheetRow {
  /** As a spreadsheet counts it, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The key of a cell among the faults of its sheet: its row, and the place of its column from 0. */
export const faultKey = (line: number, place: number): string => `${line}:${place}`;

/** Whether a row has nothing in its cells. */
export const isBlank = ({ cells }: SheetRow): boolean => cells.every((cell) => cell.trim() === '');
