import type { Database } from '../database.js';
import { anyOf } from '../sql.js';
import type { DerivationTarget } from './derivation.js';
import type { Folder } from './read-folder.js';
import type { Reference } from './references.js';
import type { ImportTarget } from './target.js';

/** The data set that an id of a file belongs to; undefined for an unknown id. A folder without a data set id is "". */
export type IdOwners = (file: string, id: string) => string | undefined;

/** Finds the owners of the ids among the references: other data sets, or the folder itself. */
export async function findIdOwners(
  targets: readonly ImportTarget[],
  { tables, dataset }: Folder,
  references: readonly Reference[],
): Promise<IdOwners> {
  const own = dataset?.id ?? '';
  const others = new Map<string, Map<string, string>>();
  for (const file of new Set(references.flatMap(({ files }) => files))) {
    const ids = references.filter(({ files }) => files.includes(file)).map(({ text }) => text);
    others.set(file, await ownersAmongOthers(targets, file, ids, own));
  }
  const ownKeys = new Map(
    Array.from(tables, ([file, { rows }]) => [file, new Set((rows ?? []).map(({ key }) => key))] as const),
  );
  return (file, id) => others.get(file)?.get(id) ?? (ownKeys.get(file)?.has(id) ? own : undefined);
}

async function ownersAmongOthers(
  targets: readonly ImportTarget[],
  file: string,
  ids: readonly string[],
  dataset: string,
): Promise<Map<string, string>> {
  const stored = idTable(targets, file);
  if (!stored) {
    return new Map();
  }
  const rows = await stored.database
    .read<Record<string, { id: string; dataset: string }>>()
    .selectFrom(stored.table)
    .select(['id', 'dataset'])
    .where(anyOf(stored.database, 'id', [...new Set(ids)]))
    .where('dataset', '!=', dataset)
    .execute();
  return new Map(rows.map((row) => [row.id, row.dataset]));
}

/** The database table with the ids of a file; undefined where they are not stored. */
export function idTable(
  targets: readonly DerivationTarget[],
  file: string,
): { readonly database: Database; readonly table: string } | undefined {
  for (const { subgraph, database } of targets) {
    const table = subgraph.imports.find((each) => each.table.file === file)?.ids;
    if (table != null) {
      return { database, table };
    }
  }
  return undefined;
}
