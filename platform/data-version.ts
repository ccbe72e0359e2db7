import { randomBytes } from 'node:crypto';

import { sql, type Kysely } from 'kysely';

import type { DataVersionEntity } from './data-version.entity.js';

/** Renews the data version within a transaction, so that it becomes visible together with the changed rows. */
export async function advance(transaction: Kysely<unknown>): Promise<void> {
  const mark = randomBytes(6).toString('hex');
  await (transaction as Kysely<{ data_version: DataVersionEntity }>)
    .insertInto('data_version')
    .values({ id: 1, mark, count: 1 })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ mark, count: sql<number>`data_version.${sql.ref('count')} + 1` }),
    )
    .execute();
}
