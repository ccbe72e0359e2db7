import type { Database } from './database.js';
import type { Loaders } from './loaders.js';
import { rowsWhere } from './sql.js';

/** What every request to a subgraph has: its tables, and loaders that live as long as the request. */
export interface RequestScope {
  readonly database: Database;
  readonly loaders: Loaders;
}

/**
 * The rows of a table whose `column` has the key, in the order of `orderBy`; none is an empty list. The rows of many
 * keys are one statement, and read once in a request.
 */
export async function rowsOf<Row>(
  { database, loaders }: RequestScope,
  table: string,
  column: keyof Row & string,
  key: string,
  orderBy: keyof Row & string,
): Promise<readonly Row[]> {
  const rows = await loaders.one([rowsOf, table, column, orderBy], null, key, async (keys) =>
    Map.groupBy(await rowsWhere<Row>(database, table, column, keys, orderBy), (row) => row[column] as string),
  );
  return rows ?? [];
}
