import type { Database } from '../database.js';
import { anyOf, eb, rowsWhere, type AnyTables } from '../sql.js';

/** A row that can be referred to by its code or its name. */
export interface NamedRow {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  /** Name of its parent; null where it has none. */
  readonly parentName: string | null;
}

/** The database table of named rows, and its columns. */
export interface NamedTable {
  readonly table: string;
  readonly code: string;
  readonly name: string;
  readonly parent: string;
}

/** Separates a name from the name of the parent: 西湖区 @ 杭州市. */
export const parentSeparator = ' @ ';

/** The name in a text such as 西湖区 @ 杭州市. */
export const nameIn = (text: string): string => text.split(parentSeparator)[0] ?? text;

/** The rows of other data sets whose id, code or name is one of the texts. */
export async function rowsOfOtherDatasets(
  database: Database,
  { table, code, name, parent }: NamedTable,
  texts: readonly string[],
  dataset: string,
): Promise<NamedRow[]> {
  const wanted = [...new Set(texts)];
  const rows = (await database
    .read<AnyTables>()
    .selectFrom(table)
    .select(['id', `${code} as code`, `${name} as name`, `${parent} as parent`])
    .where('dataset', '!=', dataset)
    .where(
      eb.or([anyOf(database, 'id', wanted), anyOf(database, code, wanted), anyOf(database, name, wanted.map(nameIn))]),
    )
    .orderBy('id')
    .execute()) as StoredRow[];
  return withParentNames(database, { table, name }, rows);
}

/** The rows of which a text is a former code or name; those of the folder's own data set too, since ids stay. */
export async function rowsByFormerName(
  database: Database,
  { table, code, name, parent }: NamedTable,
  former: { readonly table: string; readonly owner: string },
  texts: readonly string[],
): Promise<NamedRow[]> {
  const wanted = [...new Set(texts)];
  const rows = (await database
    .read<AnyTables>()
    .selectFrom(`${former.table} as former`)
    .innerJoin(`${table} as row`, 'row.id', `former.${former.owner}`)
    .select(['row.id', `former.${code} as code`, `former.${name} as name`, `row.${parent} as parent`])
    .distinct()
    .where(eb.or([anyOf(database, `former.${code}`, wanted), anyOf(database, `former.${name}`, wanted.map(nameIn))]))
    .orderBy('row.id')
    .execute()) as StoredRow[];
  return withParentNames(database, { table, name }, rows);
}

interface StoredRow {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly parent: string | null;
}

async function withParentNames(
  database: Database,
  { table, name }: Pick<NamedTable, 'table' | 'name'>,
  rows: readonly StoredRow[],
): Promise<NamedRow[]> {
  const parents = await rowsWhere<{ id: string; [column: string]: string }>(
    database,
    table,
    'id',
    rows.flatMap((row) => row.parent ?? []),
  );
  const parentNames = new Map(parents.map((row) => [row.id, row[name]]));
  return rows.map(({ parent, ...row }) => ({
    ...row,
    parentName: parent === null ? null : (parentNames.get(parent) ?? null),
  }));
}
