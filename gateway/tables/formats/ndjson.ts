import type { TableFormat } from './format.js';

/** A JSON object for each row, each on a line of its own. */
export const ndjson: TableFormat = {
  name: 'ndjson',
  mediaType: 'application/x-ndjson; charset=utf-8',
  isText: true,
  writer: (columns) => ({
    begin: () => '',
    rows: (rows) =>
      rows
        .map((row) => `${JSON.stringify(Object.fromEntries(columns.map(({ name }, place) => [name, row[place]])))}\n`)
        .join(''),
    end: () => '',
  }),
};
