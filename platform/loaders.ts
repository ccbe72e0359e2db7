import DataLoader from 'dataloader';

import { rowsWhere } from './sql.js';
import type { RequestScope } from './subgraph.js';

/** Rows by key, in any order; a key that has none is left out. */
export type Batch<Key, Value> = (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>;

/**
 * The data loaders of one request. Equal names and arguments share a loader, so that a field with arguments
 * still costs one statement for all its parents.
 */
export class Loaders {
  private readonly byName = new Map<string, unknown>();

  /** What `batch` has for a key, or null. `args` belong to the loader's identity. */
  async one<Value>(name: string, args: unknown, key: string, batch: Batch<string, Value>): Promise<Value | null> {
    const identity = `${name} ${JSON.stringify(args)}`;
    let loader = this.byName.get(identity) as DataLoader<string, Value | null> | undefined;
    if (!loader) {
      loader = new DataLoader(async (keys) => {
        const found = await batch(keys);
        return keys.map((each) => found.get(each) ?? null);
      });
      this.byName.set(identity, loader);
    }
    return loader.load(key);
  }
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
  const rows = await loaders.one(table, { column, orderBy }, key, async (keys) =>
    groupBy(await rowsWhere<Row>(database, table, column, keys, orderBy), (row) => row[column] as string),
  );
  return rows ?? [];
}

/** Rows in lists by the key that each is for, in the order they came. */
export function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) {
      group.push(row);
    } else {
      groups.set(key(row), [row]);
    }
  }
  return groups;
}
