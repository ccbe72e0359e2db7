import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';

import type { Cell, Column, ColumnType } from '../columns.js';
import type { TableFormat } from './format.js';

/** Rows of a row group: a reader takes one at a time, and the writer keeps one in memory. */
const groupSize = 10_000;

const types: Readonly<Record<ColumnType, Omit<SchemaElement, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

/** Apache Parquet, compressed with Snappy. What the table is about is in the file as `jiedui`. */
export const parquet: TableFormat = {
  name: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  isText: false,
  writer: (columns, { metadata }) => {
    const bytes = new ByteWriter();
    const file = new ParquetWriter({
      writer: bytes,
      schema: [
        { name: 'root', num_children: columns.length },
        ...columns.map(({ name, type }): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...types[type] })),
      ],
      kvMetadata: [{ key: 'jiedui', value: metadata }],
      createdBy: 'jiedui',
    });
    const group = columns.map((): Cell[] => []);
    const taken = (): Uint8Array => {
      const written = bytes.getBytes().slice();
      // The offset goes on: it is that in the file.
      bytes.index = 0;
      return written;
    };
    const writeGroup = (): void => {
      if ((group[0]?.length ?? 0) > 0) {
        void file.write({
          columnData: columns.map(({ name }, place) => ({ name, data: group[place] ?? [] })),
          rowGroupSize: groupSize,
        });
        group.forEach((values) => {
          values.length = 0;
        });
      }
    };
    return {
      begin: taken,
      rows: (rows) => {
        for (const row of rows) {
          columns.forEach((column, place) => {
            group[place]?.push(valueOf(column, row[place] ?? null));
          });
        }
        if ((group[0]?.length ?? 0) >= groupSize) {
          writeGroup();
        }
        return taken();
      },
      end: () => {
        writeGroup();
        void file.finish();
        return taken();
      },
    };
  },
};

const day = 24 * 60 * 60 * 1000;

/** The value as the file has it: a date as the days since 1970. */
function valueOf({ type }: Column, cell: Cell): Cell {
  return type === 'date' && typeof cell === 'string' ? Math.floor(Date.parse(cell) / day) : cell;
}
