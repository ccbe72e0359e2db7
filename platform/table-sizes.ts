import { CompiledQuery, sql, type Kysely } from 'kysely';

import type { Database } from './database.js';
import type { AnyTables } from './sql.js';
import { rolesNamedIn } from './visibility/audience.js';

/** About how many rows tables have, by the names of their entities, which are those of GraphQL types. */
export type TableSizes = Readonly<Record<string, number>>;

/**
 * About how many rows each table of a subgraph has, from what the database knows without counting them. Where some are
 * not public, the public ones are counted: costs must not tell of the others.
 */
export async function tableSizes(database: Database): Promise<TableSizes> {
  const { name, engine, orm } = database;
  if (rolesNamedIn(await database.version()).length > 0) {
    return publicSizes(database);
  }
  const tables = Array.from(orm.getMetadata().getAll().values(), ({ className, tableName }) => ({
    className,
    tableName,
  }));
  const client: Kysely<unknown> = orm.driver.getConnection().getClient();
  const read = async (statement: string): Promise<readonly Row[]> =>
    (await client.executeQuery<Row>(CompiledQuery.raw(statement))).rows;
  const rows =
    engine === 'sqlite'
      ? await sizesOnSqlite(read, new Set(tables.map(({ tableName }) => tableName)))
      : await read(sizesOnPostgres(name));
  const sizes = new Map(rows.map((row) => [row.name, Math.max(0, Number(row.size ?? 0))]));
  return Object.fromEntries(tables.map(({ className, tableName }) => [className, sizes.get(tableName) ?? 0]));
}

async function publicSizes(database: Database): Promise<TableSizes> {
  const visible = database.until(new AbortController().signal);
  await visible.look(await database.version());
  const tables = Array.from(database.orm.getMetadata().getAll().values(), ({ className, tableName }) => ({
    className,
    tableName,
  }));
  const counts = await Promise.all(
    tables.map(async ({ className, tableName }) => {
      const rows = await visible
        .read<AnyTables>()
        .selectFrom(`${tableName} as row`)
        .select(sql<number | string>`count(*)`.as('count'))
        .execute();
      return [className, Number((rows[0] as { readonly count: number | string }).count)] as const;
    }),
  );
  return Object.fromEntries(counts);
}

interface Row {
  readonly name: string;
  readonly size?: number | string | null;
}

/** Rows are numbered in the order in which they come, so that the last number is at least how many there are. */
async function sizesOnSqlite(
  read: (statement: string) => Promise<readonly Row[]>,
  names: ReadonlySet<string>,
): Promise<readonly Row[]> {
  const tables = (await read("select name from sqlite_master where type = 'table'")).filter(({ name }) =>
    names.has(name),
  );
  return tables.length === 0
    ? []
    : read(tables.map(({ name }) => `select '${name}' as name, max(rowid) as size from "${name}"`).join(' union all '));
}

/** The planner's estimate, which an import renews. */
const sizesOnPostgres = (schema: string): string =>
  `select relname as name, reltuples as size from pg_class where relnamespace = (select oid from pg_namespace where nspname = '${schema}')`;
