import { gunzipSync, gzipSync } from 'node:zlib';

import type { Database } from '../database.js';
import { rowsWhere } from '../sql.js';
import type { Files } from './folder-entries.js';
import { ImportFiles } from './history.entity.js';
import type { ImportTarget } from './target.js';

/** A state of a data set: its files, or null where it was not there. */
export interface KeptState {
  readonly files: Files | null;
}

/** The database that keeps the history of imports; undefined where none of the subgraphs does. */
export const historyDatabase = (targets: readonly ImportTarget[]): Database | undefined =>
  targets.find(({ subgraph }) => subgraph.entities.includes(ImportFiles))?.database;

/** What is kept of a data set: as it is, and as it was before its last change. */
export async function keptFiles(
  targets: readonly ImportTarget[],
  dataset: string,
): Promise<{ readonly now: KeptState | null; readonly before: KeptState | null }> {
  const database = historyDatabase(targets);
  const rows = database ? await rowsWhere<ImportFiles>(database, 'importFiles', 'dataset', [dataset]) : [];
  const stateOf = (state: string): KeptState | null => {
    const row = rows.find(({ id }) => id === `${dataset}/${state}`);
    return row ? { files: unpacked(row) } : null;
  };
  return { now: stateOf('NOW'), before: stateOf('BEFORE') };
}

/** The row that keeps a state of a data set. */
export const keptRow = (dataset: string, state: 'NOW' | 'BEFORE', { files }: KeptState): ImportFiles => ({
  id: `${dataset}/${state}`,
  dataset,
  path: files?.path ?? '',
  files: files === null ? null : packed(files),
});

const packed = ({ entries }: Files): string =>
  gzipSync(
    JSON.stringify(
      entries.flatMap(({ file, bytes }) => (bytes === null ? [] : [[file, Buffer.from(bytes).toString('base64')]])),
    ),
  ).toString('base64');

function unpacked({ path, files }: ImportFiles): Files | null {
  if (files === null) {
    return null;
  }
  const entries = JSON.parse(gunzipSync(Buffer.from(files, 'base64')).toString()) as [string, string][];
  return {
    path,
    folder: null,
    entries: entries.map(([file, bytes]) => ({ file, bytes: Buffer.from(bytes, 'base64'), problem: null })),
  };
}
