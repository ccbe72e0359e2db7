import { CompiledQuery, type Kysely } from 'kysely';

import type { Database } from './database.js';

/** About how many rows tables have, by the names of their entities, which are those of GraphQL types. */
export type TableSizes = Readonly<Record<string, number>>;

/** About how many rows each table of a subgraph has, from what the database knows without counting them. */
export async function tableSizes({ name, engine, orm }: Database): Promise<TableSizes> {
  const tables = Array.from(orm.getMetadata().getAll().values(), ({ className, tableName }) => ({
    className,
    tableName,
  }));
  const client: Kysely<unknown> = orm.driver.getConnection().getClient();
  const statement =
    engine === 'sqlite'
      ? tables.map(({ tableName }) => `select '${tableName}' as name, max(rowid) as size from "${tableName}"`)
      : [
          `select relname as name, reltuples as size from pg_class where relnamespace = (select oid from pg_namespace where nspname = '${name}')`,
        ];
  const { rows } = await client.executeQuery<{ name: string; size: number | string | null }>(
    CompiledQuery.raw(statement.join(' union all ')),
  );
  const sizes = new Map(rows.map((row) => [row.name, Math.max(0, Number(row.size ?? 0))]));
  return Object.fromEntries(tables.map(({ className, tableName }) => [className, sizes.get(tableName) ?? 0]));
}
