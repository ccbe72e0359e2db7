import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql, type Kysely } from 'kysely';

import type { Database } from '../../platform/database.js';
import { eb, type AnyTables } from '../../platform/sql.js';
import { isMadeFor, madeEnding } from '../../platform/visibility/made-rows.js';
import { finance } from '../../subgraphs/finance/subgraph.js';
import { subgraphs } from '../../subgraphs/index.js';
import { describeEachEngine } from '../support/engines.js';
import { databaseOf } from '../support/graph.js';
import { openedSubgraph } from '../support/subgraph.js';

describeEachEngine('statements for a reader who may not see all', (engine) => {
  const opened = openedSubgraph(engine, finance);
  let visible: Kysely<AnyTables>;
  let all: Database;

  beforeAll(() => {
    all = opened.database;
    // Nothing is known of who may see what until it is looked up.
    visible = all.until(new AbortController().signal).read<AnyTables>();
  });

  const sqlOf = (query: { compile: () => { readonly sql: string } }): string =>
    query.compile().sql.replaceAll('`', '"');

  test('ask of every table whose rows are of a data set, however deep', () => {
    const isSeen = /in \(select "dataset"\."id" from "(?:finance"\.")?dataset" where|in \(select "finance"\."dataset"/g;
    const countOf = (query: { compile: () => { readonly sql: string } }): number =>
      sqlOf(query).match(/"visibility" = /g)?.length ?? 0;
    expect(sqlOf(visible.selectFrom('fund').select('fund.id'))).toMatch(isSeen);
    expect(countOf(visible.selectFrom('fund as row').select('row.id'))).toBe(1);
    const deep = visible
      .with('few', (cte) => cte.selectFrom('fund').select('fund.id'))
      .selectFrom('few')
      .innerJoin('party as one', 'one.record', 'few.id')
      .leftJoin(
        eb
          .selectFrom('source')
          .select('source.record')
          .unionAll(eb.selectFrom('term').select('term.record'))
          .as('beside'),
        'beside.record',
        'few.id',
      )
      .select([
        'few.id',
        sql`(select 1 where exists ${eb.selectFrom('sale').select('sale.id')})`.as('raw'),
        eb.selectFrom('facility').select('facility.id').limit(1).as('inner'),
      ])
      .where('few.id', 'in', eb.selectFrom('recordPairing').select('recordPairing.record'));
    expect(countOf(deep)).toBe(7);
    expect(countOf(all.read<AnyTables>().selectFrom('fund').select('fund.id'))).toBe(0);
  });

  test('are refused where that cannot be', () => {
    const refused: readonly [() => unknown, string][] = [
      [() => visible.selectFrom('nothing').selectAll().compile(), 'the table nothing, which is not known'],
      [
        () =>
          visible
            .selectFrom(sql`(select * from fund)`.as('all'))
            .selectAll()
            .compile(),
        'the table fund in raw SQL',
      ],
      [
        () =>
          visible
            .selectFrom('fund as row')
            .where(sql<boolean>`exists (select 1 from "finance"."sale")`)
            .selectAll()
            .compile(),
        'the table sale in raw SQL',
      ],
      [
        () =>
          visible
            .selectFrom('fund')
            .select(sql`(select 1 from ${sql.table('sale')})`.as('one'))
            .compile(),
        'the table sale in raw SQL',
      ],
      [() => sql`select * from fund`.compile(visible), 'a statement of the kind RawNode'],
      [() => visible.deleteFrom('fund').compile(), 'a statement of the kind DeleteQueryNode'],
      [
        () => visible.selectFrom('fund').rightJoin('sale', 'sale.id', 'fund.id').selectAll().compile(),
        'a join of the kind RightJoin',
      ],
      [
        () =>
          visible
            .with('fund', (cte) => cte.selectFrom('sale').selectAll())
            .selectFrom('fund')
            .selectAll()
            .compile(),
        'with the name of a table, fund',
      ],
    ];
    for (const [compile, found] of refused) {
      expect(compile).toThrow(found);
    }
  });

  test('know every table: those without a data set have nothing of a row but its id', () => {
    const free = opened.graph.flatMap(({ subgraph }) =>
      Array.from(databaseOf(opened, subgraph).orm.getMetadata().getAll().values())
        .filter(({ properties }) => !('dataset' in properties))
        .map(({ tableName }) => tableName),
    );
    expect([...new Set(free)].toSorted()).toEqual([
      'cluster_tally',
      'data_version',
      'dataset',
      'facet',
      'inclusion',
      'scope_cover',
      'scope_cross',
    ]);
    expect(subgraphs.flatMap(({ views = [] }) => views)).toEqual(['region_sibling']);
  });
});

describe('a row that an import makes of several data sets', () => {
  test('is for those who see all that it is made of, and nothing that makes it another', () => {
    const dataset = `made:Fund${madeEnding({ seen: [['a', 'b'], ['c']], hidden: [['d'], ['e', 'f']] })}`;
    expect(dataset).toBe('made:Fund;a+b,c;d,e+f');
    const of = (...audience: string[]): boolean => isMadeFor(audience, dataset);
    expect([of('a', 'c'), of('b', 'c'), of('a'), of('c'), of('a', 'c', 'd'), of('a', 'c', 'f'), of()]).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(isMadeFor([], 'made:Fund')).toBe(true);
    expect(isMadeFor(['c'], `made:Fund${madeEnding({ seen: [], hidden: [['c']] })}`)).toBe(false);
  });
});
