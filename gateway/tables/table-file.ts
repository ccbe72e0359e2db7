import type { Versions } from '../request/data-versions.js';
import type { Column } from './columns.js';
import type { TableFormat } from './formats/format.js';
import type { TableFile, TableReading } from './send-table.js';
import { walk, type AskedPart } from './walk.js';

/** A table of a document with its variables. */
export interface AskedTable {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly parts: readonly AskedPart[];
  /** What is said about it, with the versions of its data. */
  readonly metadata: (versions: Versions) => object;
}

/** The file of a table in a form. */
export function tableFile(table: AskedTable, format: TableFormat, bom: boolean): TableFile {
  const { name, parts } = table;
  return {
    name,
    suffix: format.name,
    mediaType: format.mediaType,
    isText: format.isText,
    key: [bom, table.columns.map((column) => column.name), parts.map(({ rows, operation }) => [rows, operation])],
    write: (reading) => writeTable(table, format, bom, reading),
  };
}

/** The bytes of a table. The first of them come when its first rows are there. */
export async function* writeTable(
  { columns, parts, metadata }: AskedTable,
  format: TableFormat,
  bom: boolean,
  { executors, pinned, signal, versions }: TableReading,
): AsyncGenerator<Uint8Array | string> {
  const writer = format.writer(columns, { bom, metadata: JSON.stringify(metadata(versions)) });
  let isBegun = false;
  for await (const batch of walk(parts, executors, pinned, signal)) {
    if (!isBegun) {
      isBegun = true;
      yield writer.begin();
    }
    yield writer.rows(batch);
  }
  yield writer.end();
}
