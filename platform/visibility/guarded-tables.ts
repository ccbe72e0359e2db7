import type { MikroORM } from '@mikro-orm/core';

import type { GuardedTables } from './visible-rows.js';

/** The tables of a database by what in them may be seen; `views` are those of its views that have ids alone. */
export function guardedTables(orm: MikroORM, views: readonly string[]): GuardedTables {
  const guarded = new Map([['dataset', 'id']]);
  const free = new Set(views);
  for (const { tableName, properties } of orm.getMetadata().getAll().values()) {
    if ('dataset' in properties) {
      guarded.set(tableName, 'dataset');
    } else if (!guarded.has(tableName)) {
      free.add(tableName);
    }
  }
  return { guarded, free };
}
