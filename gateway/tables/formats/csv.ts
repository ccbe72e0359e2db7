import { stringify } from 'csv-stringify/sync';

import type { Cell } from '../columns.js';
import type { TableFormat } from './format.js';

/** What a spreadsheet takes for the beginning of a formula. */
const formula = /^[=+\-@\t\r]/;

/** Rows in lines, by RFC 4180 but for the line ends. A text that a spreadsheet would take for a formula gets a `'`. */
export const csv: TableFormat = {
  name: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  isText: true,
  writer: (columns, { bom }) => ({
    begin: () => (bom ? '\uFEFF' : '') + stringify([columns.map(({ name }) => name)]),
    rows: (rows) => stringify(rows as Cell[][], { cast }),
    end: () => '',
  }),
};

const cast = {
  boolean: String,
  number: String,
  string: (text: string): string => (formula.test(text) ? `'${text}` : text),
};
