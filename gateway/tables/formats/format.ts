import type { Cell, Column } from '../columns.js';

/** Writes the rows of one table, in turn. */
export interface TableWriter {
  /** What stands before all rows. */
  begin(): Uint8Array | string;
  /** A number of rows; what is not written yet comes with a later call. */
  rows(rows: readonly (readonly Cell[])[]): Uint8Array | string;
  end(): Uint8Array | string;
}

/** What a writer is told beside the columns. */
export interface WriterOptions {
  /** Whether a byte order mark stands before a text, as Excel wants it. */
  readonly bom: boolean;
  /** What a file that can hold it says about the table, as JSON. */
  readonly metadata: string;
}

/** A form that a table is served in. */
export interface TableFormat {
  /** The suffix of its addresses. */
  readonly name: 'csv' | 'ndjson' | 'parquet';
  readonly mediaType: string;
  /** Whether it is worth compressing on its way. */
  readonly isText: boolean;
  readonly writer: (columns: readonly Column[], options: WriterOptions) => TableWriter;
}
