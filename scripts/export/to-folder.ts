import { createWriteStream, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import type { TableServer } from './table-server.js';

const forms = ['csv', 'parquet'] as const;

/** Writes every table as CSV and Parquet, and datapackage.json; the files take their names when all are there. */
export async function exportToFolder(
  server: TableServer,
  folder: string,
  progress: (done: number, total: number) => void,
): Promise<string> {
  const { resources, version } = server.tables;
  const unfinished = join(folder, '.unfinished');
  mkdirSync(unfinished, { recursive: true });
  try {
    const files = resources.flatMap(({ name }) => forms.map((form) => ({ name, form, file: `${name}.${form}` })));
    for (const [done, { name, form, file }] of files.entries()) {
      progress(done, files.length);
      await pipeline(await server.read(name, form), createWriteStream(join(unfinished, file)));
    }
    writeFileSync(join(unfinished, 'datapackage.json'), `${JSON.stringify(server.tables, null, 2)}\n`);
    for (const file of [...files.map((each) => each.file), 'datapackage.json']) {
      renameSync(join(unfinished, file), join(folder, file));
    }
    progress(files.length, files.length);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return `Exported ${resources.length} tables into ${folder}, each as CSV and Parquet, with datapackage.json. Version of the data: ${version}.`;
}
