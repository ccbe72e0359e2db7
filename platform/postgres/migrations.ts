import { sql, type Kysely } from 'kysely';

import { UserError } from '../errors.js';
import { asWriteRefusal } from './failures.js';

/** The table in which MikroORM notes the migrations that have been run. */
export const migrationsTable = 'mikro_orm_migrations';

/** Whether a schema exists. Needs no rights. */
export async function hasSchema(client: Kysely<unknown>, schema: string): Promise<boolean> {
  const { rows } = await sql`select from pg_catalog.pg_namespace where nspname = ${schema}`.execute(client);
  return rows.length > 0;
}

/** Whether a schema has the table of migrations. Throws a `UserError` where it may not be read. */
export async function hasMigrationsTable(client: Kysely<unknown>, schema: string): Promise<boolean> {
  const { rows } = await sql<{ readonly readable: boolean }>`
    select has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select') as readable
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relname = ${migrationsTable}`.execute(client);
  if (rows[0]?.readable === false) {
    throw new UserError(
      `The user of DATABASE_URL may not read the schema "${schema}". Let it: ` +
        `grant usage on schema "${schema}" to <user>; grant select on all tables in schema "${schema}" to <user>;`,
    );
  }
  return rows.length > 0;
}

/** A `UserError` for migrations that may not be run; null for another error. */
export function refusedMigration(schema: string, error: unknown): UserError | null {
  const refusal = asWriteRefusal(error);
  return (
    refusal &&
    new UserError(
      `The tables of "${schema}" are not up to date, and cannot be changed. ${refusal.message}\n` +
        'Run "npm run migrate" with a DATABASE_URL whose user may create and change them, then start again.',
      { cause: error },
    )
  );
}
