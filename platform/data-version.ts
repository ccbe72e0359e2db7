import { randomBytes } from 'node:crypto';

import { sql, type Kysely } from 'kysely';

import type { DataVersionEntity } from './data-version.entity.js';
import { nextEnding, rolesOf } from './visibility/audience.js';

/** Renews the data version within a transaction, so that it becomes visible together with the changed rows. */
export async function advance(transaction: Kysely<unknown>): Promise<void> {
  const mark = randomBytes(6).toString('hex');
  await (transaction as Kysely<{ data_version: DataVersionEntity }>)
    .insertInto('data_version')
    .values({ id: 1, mark, count: 1, audience: '' })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ mark, count: sql<number>`data_version.${sql.ref('count')} + 1` }),
    )
    .execute();
}

/** Notes in the data version that it has changed who may see what, within the transaction that changes it. */
export async function changeAudience(transaction: Kysely<unknown>): Promise<void> {
  const tables = transaction as Kysely<{ data_version: DataVersionEntity; dataset: { visibility: string } }>;
  const { audience } = await tables.selectFrom('data_version').select('audience').executeTakeFirstOrThrow();
  const rows = await tables.selectFrom('dataset').select('visibility').execute();
  const roles = rows.flatMap(({ visibility }) => rolesOf(visibility));
  await tables
    .updateTable('data_version')
    .set({ audience: nextEnding(audience, roles) })
    .execute();
}
