import { Zip, ZipDeflate } from 'fflate';

import { csv } from './formats/csv.js';
import type { TableFile, TableReading } from './send-table.js';
import { writeTable, type AskedTable } from './table-file.js';
import type { Versions } from '../request/data-versions.js';

/** A ZIP archive of all tables as CSV, of one version of the data, with a text about them beside them. */
export function zipFile(
  name: string,
  tables: readonly AskedTable[],
  about: { readonly file: string; readonly text: (versions: Versions) => string },
): TableFile {
  return {
    name,
    suffix: 'zip',
    mediaType: 'application/zip',
    isText: false,
    key: tables.map((table) => [table.name, table.columns.map((column) => column.name)]),
    write: (reading) => writeZip(tables, about, reading),
  };
}

async function* writeZip(
  tables: readonly AskedTable[],
  about: { readonly file: string; readonly text: (versions: Versions) => string },
  reading: TableReading,
): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) {
      throw error;
    }
    written.push(chunk);
  });
  const encoder = new TextEncoder();
  const open = (file: string): ZipDeflate => {
    const entry = new ZipDeflate(file, { level: 6 });
    zip.add(entry);
    return entry;
  };
  for (const table of tables) {
    const entry = open(`${table.name}.csv`);
    for await (const chunk of writeTable(table, csv, false, reading)) {
      entry.push(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
      yield* written.splice(0);
    }
    entry.push(new Uint8Array(0), true);
  }
  open(about.file).push(encoder.encode(about.text(reading.versions)), true);
  zip.end();
  yield* written.splice(0);
}
