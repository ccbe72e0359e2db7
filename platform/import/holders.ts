import type { Database } from '../database.js';
import { anyOf } from '../sql.js';
import type { Importing } from './import-folder.js';
import type { Folder } from './read-folder.js';
import type { Reference } from './references.js';

/** Which data set holds an id of a file; undefined when none does. A folder that does not name its set is "". */
export type Holders = (file: string, id: string) => string | undefined;

/** Finds who holds ids: the folder itself, or other data sets. */
export async function findHolders(
  targets: readonly Importing[],
  { tables, dataset }: Folder,
  wanted: readonly Reference[],
): Promise<Holders> {
  const own = dataset?.id ?? '';
  const elsewhere = new Map<string, Map<string, string>>();
  for (const file of new Set(wanted.flatMap(({ files }) => files))) {
    const ids = wanted.filter(({ files }) => files.includes(file)).map(({ text }) => text);
    elsewhere.set(file, await heldByOthers(targets, file, ids, own));
  }
  const keys = new Map(
    Array.from(tables, ([file, { rows }]) => [file, new Set((rows ?? []).map(({ key }) => key))] as const),
  );
  return (file, id) => elsewhere.get(file)?.get(id) ?? (keys.get(file)?.has(id) ? own : undefined);
}

async function heldByOthers(
  targets: readonly Importing[],
  file: string,
  ids: readonly string[],
  dataset: string,
): Promise<Map<string, string>> {
  const holder = holderOf(targets, file);
  if (!holder) {
    return new Map();
  }
  const rows = await holder.database
    .read<Record<string, { id: string; dataset: string }>>()
    .selectFrom(holder.ids)
    .select(['id', 'dataset'])
    .where(anyOf(holder.database, 'id', [...new Set(ids)]))
    .where('dataset', '!=', dataset)
    .execute();
  return new Map(rows.map((row) => [row.id, row.dataset]));
}

/** The database table that has the ids of a file; undefined where none has. */
export function holderOf(
  targets: readonly Importing[],
  file: string,
): { readonly database: Database; readonly ids: string } | undefined {
  for (const { subgraph, database } of targets) {
    const ids = subgraph.imports.find(({ table }) => table.file === file)?.ids;
    if (ids != null) {
      return { database, ids };
    }
  }
  return undefined;
}
