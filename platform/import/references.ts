import type { Database } from '../database.js';
import { anyOf } from '../sql.js';
import type { Importing } from './import-folder.js';
import { found, type Problem } from './problem.js';
import type { ReadTable } from './table.js';

/** Which data set holds an id of a file; undefined when none does. */
export type Holders = (file: string, id: string) => string | undefined;

type Tables = ReadonlyMap<string, ReadTable>;
interface Wanted {
  readonly id: string;
  readonly files: readonly string[];
}

/** Finds who holds the ids that the tables of a data set define and refer to: itself, or other data sets. */
export async function findHolders(targets: readonly Importing[], tables: Tables, dataset: string): Promise<Holders> {
  const wanted = [...tables.values()].flatMap(({ file, keys, references }): Wanted[] => [
    ...references,
    ...Array.from(keys, (id) => ({ id, files: [file] })),
  ]);
  const elsewhere = new Map<string, Map<string, string>>();
  for (const file of new Set(wanted.flatMap(({ files }) => files))) {
    const holder = holderOf(targets, file);
    const ids = wanted.filter(({ files }) => files.includes(file)).map(({ id }) => id);
    elsewhere.set(
      file,
      holder ? await heldByOthers(holder.database, holder.ids, ids, dataset) : new Map<string, string>(),
    );
  }
  return (file, id) => elsewhere.get(file)?.get(id) ?? (tables.get(file)?.keys.has(id) ? dataset : undefined);
}

/** References to rows that no data set has, and rows whose id another data set has already. */
export function referenceProblems(tables: Tables, holders: Holders, dataset: string): Problem[] {
  return [...tables.values()].flatMap(({ file, rows, references }) => [
    ...references
      .filter(({ id, files }) => !files.some((each) => holders(each, id) !== undefined))
      .map(({ id, files, line, column }) => ({
        file,
        line,
        column,
        found: `${found(id)}, which is unknown`,
        expected: `an id of ${files.join(' or ')}`,
      })),
    ...rows
      .filter(({ key }) => holders(file, key) !== dataset)
      .map(({ key, line }) => ({
        file,
        line,
        column: null,
        found: `${found(key)}, which the data set ${found(holders(file, key) ?? '')} has`,
        expected: 'an id of its own',
      })),
  ]);
}

function holderOf(targets: readonly Importing[], file: string): { database: Database; ids: string } | undefined {
  for (const { subgraph, database } of targets) {
    const ids = subgraph.imports.find(({ table }) => table.file === file)?.ids;
    if (ids != null) {
      return { database, ids };
    }
  }
  return undefined;
}

async function heldByOthers(
  database: Database,
  table: string,
  ids: readonly string[],
  dataset: string,
): Promise<Map<string, string>> {
  const rows = await database
    .read<Record<string, { id: string; dataset: string }>>()
    .selectFrom(table)
    .select(['id', 'dataset'])
    .where(anyOf(database, 'id', ids))
    .where('dataset', '!=', dataset)
    .execute();
  return new Map(rows.map((row) => [row.id, row.dataset]));
}
