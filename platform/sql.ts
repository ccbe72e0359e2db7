import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';

import type { Database } from './database.js';

/** The tables of any subgraph, for helpers that get table names as arguments. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- kysely's own type for tables not known before the run
export type AnyTables = any;

/** A condition on the rows of a query whose main table has the alias `row`. */
export type Condition = Expression<SqlBool>;

/** Builds conditions and subqueries. */
export const eb = expressionBuilder<AnyTables, string>();

/** Whether two columns have the same value, or none both. */
export const isSame = (one: string, other: string): Condition =>
  sql<SqlBool>`${sql.ref(one)} is not distinct from ${sql.ref(other)}`;

/** Whether a column has one of the values. They are one parameter, however many there are. */
export function anyOf(database: Database, column: string, values: readonly string[]): Condition {
  const reference = sql.ref(column);
  return database.engine === 'sqlite'
    ? sql<SqlBool>`${reference} in (select value from json_each(${JSON.stringify(values)}))`
    : sql<SqlBool>`${reference} = any(${values})`;
}

/** The rows of a table whose `column` has one of the values, in the order of `orderBy`. */
export async function rowsWhere<Row>(
  database: Database,
  table: string,
  column: string,
  values: readonly string[],
  orderBy: string = column,
): Promise<Row[]> {
  return (await database
    .read<AnyTables>()
    .selectFrom(table)
    .selectAll()
    .where(anyOf(database, column, values))
    .orderBy(orderBy)
    .execute()) as Row[];
}
