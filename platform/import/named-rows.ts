import type { Database } from '../database.js';
import { anyOf, eb, rowsWhere, type AnyTables } from '../sql.js';
import type { FormerNames, StoredRow } from './table.js';

/** A row that can be referred to by its code or its name. */
export interface NamedRow {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly parentId?: string | null;
  /** Name of its parent; null where it has none. */
  readonly parentName: string | null;
  /** Other names of its parent, and of rows that it was below before. */
  readonly otherParentNames?: readonly string[];
  /** The former code and name by which it was found: the stored row, and name and code of today. */
  readonly former?: {
    readonly row: StoredRow;
    readonly span: string;
    readonly name: string;
    readonly code: string | null;
  };
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
    .execute()) as Named[];
  return withParentNames(database, { table, name }, rows);
}

/** The rows of which a text is a former code or name; those of the folder's own data set too, since ids stay. */
export async function rowsByFormerName(
  database: Database,
  { table, code, name, parent }: NamedTable,
  former: FormerNames,
  texts: readonly string[],
): Promise<NamedRow[]> {
  const wanted = [...new Set(texts)];
  const rows = (await database
    .read<AnyTables>()
    .selectFrom(`${former.table} as former`)
    .innerJoin(`${table} as row`, 'row.id', `former.${former.owner}`)
    .selectAll('former')
    .select(['row.id as rowId', `row.${parent} as rowParent`, `row.${name} as rowName`, `row.${code} as rowCode`])
    .where(eb.or([anyOf(database, `former.${code}`, wanted), anyOf(database, `former.${name}`, wanted.map(nameIn))]))
    .orderBy('row.id')
    .execute()) as (StoredRow & { rowId: string; rowParent: string | null; rowName: string; rowCode: string | null })[];
  const named = rows.map((row) => ({
    id: row.rowId,
    code: row[code] as string | null,
    name: row[name] as string,
    parent: row.rowParent,
    former: { row, span: former.span(row), name: row.rowName, code: row.rowCode },
  }));
  return withParentNames(database, { table, name }, named);
}

/** Former names of rows by their ids. */
export async function formerNamesOf(
  database: Database,
  { table, owner }: FormerNames,
  ids: readonly string[],
): Promise<Map<string, StoredRow[]>> {
  const rows = await rowsWhere<StoredRow>(database, table, owner, [...new Set(ids)]);
  return Map.groupBy(rows, (row) => row[owner] as string);
}

/** The rows with the other names of their parents, and of those that their codes say they were below. */
export async function withOtherParentNames(
  database: Database,
  { code, name }: NamedTable,
  former: FormerNames,
  rows: readonly NamedRow[],
): Promise<NamedRow[]> {
  const parents = rows.flatMap(({ parentId }) => parentId ?? []);
  const codes = rows.flatMap((row) => (row.code === null ? [] : former.codesAbove(row.code)));
  const names = (await database
    .read<AnyTables>()
    .selectFrom(former.table)
    .selectAll()
    .where(eb.or([anyOf(database, former.owner, parents), anyOf(database, code, codes)]))
    .execute()) as StoredRow[];
  return rows.map((row) => {
    const above = row.code === null ? [] : former.codesAbove(row.code);
    const isAbove = (each: StoredRow): boolean =>
      each[former.owner] === row.parentId || above.includes(each[code] as string);
    return { ...row, otherParentNames: names.filter(isAbove).map((each) => each[name] as string) };
  });
}

interface Named {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly parent: string | null;
  readonly former?: NonNullable<NamedRow['former']>;
}

async function withParentNames(
  database: Database,
  { table, name }: Pick<NamedTable, 'table' | 'name'>,
  rows: readonly Named[],
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
    parentId: parent,
    parentName: parent === null ? null : (parentNames.get(parent) ?? null),
  }));
}
