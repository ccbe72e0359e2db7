import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';

import type { Database } from '../../platform/database.js';
import { readAll, readCount, readCounts, readPages } from '../../platform/page.js';
import { eb, type AnyTables } from '../../platform/sql.js';
import type { StatementLimit } from '../../platform/statement-limit.js';
import { finance } from '../../subgraphs/finance/subgraph.js';
import { databaseOf, shippedGraph, type TestGraph } from '../support/graph.js';

/** Counts what it is asked, and ends statements when it has been asked so often. */
class CountingLimit implements StatementLimit {
  readonly counts = { begun: 0, checked: 0, ended: 0 };

  constructor(private readonly most: number) {}

  begin(): void {
    this.counts.begun += 1;
  }

  check(): void {
    this.counts.checked += 1;
    if (this.counts.checked > this.most) {
      throw new Error('The time is over.');
    }
  }

  end(): void {
    this.counts.ended += 1;
  }
}

const named = eb('row.name', 'like', '%区');
const parents = { link: 'regionRef', parent: 'province', child: 'id' };
const provinces = ['330000', '520000'];
const page = { first: 3, after: null };

/** The forms of statements that read a table with 3,377 rows. */
const forms: Readonly<Record<string, (database: Database) => Promise<unknown>>> = {
  list: (database) => readAll(database, { table: 'regionRef', where: [] }),
  'filtered list': (database) => readAll(database, { table: 'regionRef', where: [named] }),
  count: (database) => readCount(database, { table: 'regionRef', where: [eb.or([named, named])] }),
  'page of each parent': async (database) => [
    ...(await readPages<{ id: string }>(database, { table: 'regionRef', where: [named] }, parents, provinces, page)),
  ],
  'count of each parent': async (database) => [
    ...(await readCounts(database, { table: 'regionRef', where: [] }, parents, provinces)),
  ],
  'subquery of a condition': (database) =>
    readCount(database, {
      table: 'fund',
      where: [eb('row.dataset', 'in', eb.selectFrom('regionRef as other').select('other.name').where('name', '>', ''))],
    }),
  'left join': (database) =>
    database
      .read<AnyTables>()
      .selectFrom('dataset')
      .leftJoin('regionRef as joined', (join) => join.onRef('joined.dataset', '=', 'dataset.id'))
      .select(['dataset.id', 'joined.id as region'])
      .orderBy('joined.id')
      .execute(),
  union: (database) =>
    database
      .read<AnyTables>()
      .selectFrom('dataset')
      .select('id')
      .union(eb.selectFrom('regionRef').select('name as id'))
      .orderBy('id')
      .execute(),
  'group by a derived table': (database) =>
    database
      .read<AnyTables>()
      .selectFrom(
        eb.selectFrom('regionRef as inner').select('inner.province').where('inner.name', '>', '').as('derived'),
      )
      .select(['derived.province', sql`count(*)`.as('count')])
      .groupBy('derived.province')
      .execute(),
  'common table expression': (database) =>
    database
      .read<AnyTables>()
      .with('common', () => eb.selectFrom('regionRef').select(['name', 'province']))
      .selectFrom('common as one')
      .innerJoin('common as other', 'other.name', 'one.province')
      .select('one.name')
      .execute(),
};

describe('a statement on SQLite', () => {
  let opened: TestGraph;
  let database: Database;

  beforeAll(async () => {
    opened = await shippedGraph('sqlite');
    database = databaseOf(opened, finance);
  });

  afterAll(async () => {
    await opened.close();
  });

  const { signal } = new AbortController();

  test.each(Object.entries(forms))('can be ended while it runs: %s', async (_name, read) => {
    const rows = await read(database);
    const patient = new CountingLimit(Number.POSITIVE_INFINITY);
    expect(await read(database.until(signal, patient))).toEqual(rows);
    expect(patient.counts).toEqual({ begun: 1, checked: expect.any(Number), ended: 1 });
    expect(patient.counts.checked).toBeGreaterThan(20);

    const strict = new CountingLimit(10);
    await expect(read(database.until(signal, strict))).rejects.toThrow('The time is over.');
    expect(strict.counts).toEqual({ begun: 1, checked: 11, ended: 1 });
    expect(await read(database)).toEqual(rows);
  });

  test('counts a whole table without reading its rows', async () => {
    const limit = new CountingLimit(0);
    const own = database.until(signal, limit);
    await own.look(await database.version());
    expect(await readCount(own, { table: 'regionRef', where: [] })).toBe(3377);
  });

  test('that is prepared already sees a new column', async () => {
    const read = (): Promise<unknown> => database.read<AnyTables>().selectFrom('dataset').selectAll().execute();
    const rows = (await read()) as readonly object[];
    const client = database.orm.driver.getConnection().getClient();
    await sql`alter table dataset add column extra integer default 7`.execute(client);
    expect(await read()).toEqual(rows.map((row) => ({ ...row, extra: 7 })));
    await sql`alter table dataset drop column extra`.execute(client);
    expect(await read()).toEqual(rows);
  });
});
