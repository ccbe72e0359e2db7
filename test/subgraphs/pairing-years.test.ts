import { expect, test } from '@jest/globals';

import { importFolder } from '../../platform/import/import-folder.js';
import { finance } from '../../subgraphs/finance/subgraph.js';
import { pairings } from '../../subgraphs/pairings/subgraph.js';
import { dataFolder, datasetFile, tableLines } from '../support/data-folder.js';
import { describeEachEngine } from '../support/engines.js';
import { caseFund, casePairing, importCases } from '../support/fund-cases.js';
import { servedGraph } from '../support/gateway.js';
import { openedSubgraph } from '../support/subgraph.js';

interface Day {
  readonly date: string | null;
  readonly precision: string;
}

interface Period {
  readonly end: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly lastConfirmed: Day | null;
}

interface YearRow {
  readonly pairing: string;
  readonly year: number;
  readonly confirmed: boolean;
}

type Cells = Readonly<Record<string, unknown>>;

const yearOf = (day: Day | null): number | null => (day?.date == null ? null : Number(day.date.slice(0, 4)));

/** The years of the periods of a pairing, each with whether it is confirmed. */
function yearsOf(pairing: string, periods: readonly Period[]): readonly YearRow[] {
  const years = new Map<number, boolean>();
  for (const { from, to, end: why, lastConfirmed } of periods) {
    const end = to?.date == null ? null : Number(to.date.slice(0, 4)) - (to.date.endsWith('-01-01') ? 1 : 0);
    const shown = yearOf(lastConfirmed);
    const last = end ?? shown;
    const isPlan = why === 'PLANNED_TERM';
    const first = yearOf(from) ?? (isPlan ? shown : last);
    for (let year = first ?? 1; first !== null && year <= Math.max(first, last ?? 0); year += 1) {
      const isConfirmed = shown === null ? to?.date != null && !isPlan : year <= shown;
      years.set(year, isConfirmed || years.get(year) === true);
    }
  }
  return [...years].map(([year, confirmed]) => ({ pairing, year, confirmed }));
}

const cases = {
  pairings: ['told-by-two', 'open', 'planned', 'undated', 'ended', 'decade'].map((id) => casePairing(id)),
  funds: [
    caseFund('sharp', { pairings: 'ended', from: '2015', to: '2016', value: '100', basis: 'ANNUAL' }),
    caseFund('half', { pairings: 'ended', from: '2016-H1', to: '2016-H2', value: '30', basis: 'ANNUAL' }),
    caseFund('at-least', {
      pairings: 'ended',
      from: '2017',
      to: '2018',
      value: '7',
      bound: 'AT_LEAST',
      basis: 'ANNUAL',
    }),
    caseFund('planned-money', {
      pairings: 'ended',
      from: '2014',
      to: '2015',
      value: '9',
      status: 'PLANNED',
      basis: 'ANNUAL',
    }),
    caseFund('shared', { pairings: 'ended; open', from: '2018', to: '2019', value: '50', basis: 'ANNUAL' }),
  ],
};

const periods = (dataset: string, rows: readonly Cells[]): string =>
  dataFolder({
    'dataset.csv': datasetFile(dataset),
    'pairing_periods.csv': tableLines(
      'pairing_periods.csv',
      rows.map((row) => ({
        fromBound: row['from'] === undefined ? '' : 'EXACT',
        sources: 'd-late#1',
        ...row,
      })),
    ),
  });

describeEachEngine('years of pairings', (engine) => {
  const graph = servedGraph(engine, {
    shipped: 'nation',
    load: async (opened) => {
      await importCases(opened, cases);
      await importFolder(
        opened,
        periods('spans', [
          { pairing: 'told-by-two', from: '2010' },
          { pairing: 'open', from: '2016-03', sources: 'd-early#1' },
          { pairing: 'planned', from: '2020', to: '2026', end: 'PLANNED_TERM' },
          { pairing: 'undated' },
          { pairing: 'ended', from: '2013-07', to: '2016-07' },
          { pairing: 'ended', from: '2016-07', to: '2019' },
          { pairing: 'decade', from: '1990s', to: '1996' },
        ]),
      );
      await importFolder(opened, periods('more-spans', [{ pairing: 'told-by-two', from: '2010', to: '2012-05' }]));
    },
  });

  const list = async (selection: string, args = ''): Promise<readonly Cells[]> => {
    const rows: Cells[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { data } = (await graph.ask(
        `{ pairingYears(first: 300, ${after === '' ? '' : `after: "${after}",`} ${args}) { edges { node { ${selection} } } pageInfo { hasNextPage endCursor } } }`,
      )) as {
        data: { pairingYears: { edges: { node: Cells }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
      };
      rows.push(...data.pairingYears.edges.map(({ node }) => node));
      after = data.pairingYears.pageInfo.hasNextPage ? data.pairingYears.pageInfo.endCursor : null;
    }
    return rows;
  };

  test('are those of its periods, as `periods` and `lastConfirmed` tell them', async () => {
    const all: (YearRow | undefined)[] = [];
    for (let after = ''; ;) {
      const { data } = (await graph.ask(
        `{ pairings(first: 300 ${after}) { nodes { id periods { from { date precision } to { date precision } end lastConfirmed { date precision } } } pageInfo { hasNextPage endCursor } } }`,
      )) as {
        data: {
          pairings: {
            nodes: { id: string; periods: Period[] }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        };
      };
      all.push(...data.pairings.nodes.flatMap((pairing) => yearsOf(pairing.id, pairing.periods)));
      if (!data.pairings.pageInfo.hasNextPage) {
        break;
      }
      after = `after: "${data.pairings.pageInfo.endCursor}"`;
    }
    const sorted = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();
    expect(all.length).toBeGreaterThan(1000);
    expect(sorted(await list('pairing year confirmed'))).toEqual(sorted(all));
  });

  test('end with what another data set reports, with a plan, or with the year of the last source', async () => {
    const rows = (await list(
      'pairing year confirmed periods',
      'filter: { programme: { eq: "cases" } }',
    )) as unknown as readonly (YearRow & { readonly periods: number })[];
    const short = (pairing: string): string =>
      rows
        .filter((row) => row.pairing === pairing)
        .map(
          ({ year, confirmed, periods: number }) => `${year}${confirmed ? '' : '?'}${number > 1 ? `×${number}` : ''}`,
        )
        .join(' ');
    expect(Object.fromEntries(cases.pairings.map(({ id = '' }) => [id, short(id)]))).toEqual({
      'told-by-two': '2010 2011 2012',
      open: '2016 2017 2018 2019 2020 2021',
      planned: '2020 2021 2022 2023 2024? 2025?',
      undated: '2023',
      ended: '2013 2014 2015 2016×2 2017 2018',
      decade: '1990 1991 1992 1993 1994 1995',
    });
  });

  test('have the level, the programme and the sides of their pairing', async () => {
    const rows = await list(
      'year level scope programmeId programmeName donorCode donorName donorProvince recipientCode recipientNameEn recipientProvince',
      'filter: { pairing: { eq: "zhangjiagang-yanhe" }, year: { lte: 2017 } }',
    );
    expect(rows).toEqual([
      {
        year: 2017,
        level: 'COUNTY',
        scope: 'INTER_PROVINCIAL',
        programmeId: 'east-west',
        programmeName: expect.any(String),
        donorCode: '320582',
        donorName: '张家港市',
        donorProvince: '江苏省',
        recipientCode: '520627',
        recipientNameEn: 'Yanhe Tujia Autonomous County',
        recipientProvince: '贵州省',
      },
    ]);
  });

  test.each(['PAIRING', 'YEAR_ASC', 'YEAR_DESC', 'LEVEL', 'PROGRAMME', 'DONOR', 'RECIPIENT'])(
    'are walked whole in the order %s',
    async (order) => {
      const args = 'filter: { scope: { eq: INTER_PROVINCIAL }, year: { gte: 2012, lt: 2020 } }';
      const [rows, all] = [
        await list('pairing year level programmeId', `${args}, orderBy: ${order}`),
        await list('pairing year level programmeId', args),
      ];
      const key = (row: Cells): string => `${String(row['pairing'])}@${String(row['year'])}`;
      expect(new Set(rows.map(key)).size).toBe(all.length);
      expect(rows.map(key).sort()).toEqual(all.map(key).sort());
      const by = { YEAR_ASC: 'year', YEAR_DESC: 'year', LEVEL: 'level', PROGRAMME: 'programmeId', PAIRING: 'pairing' }[
        order
      ];
      const values = by === undefined ? [] : rows.map((row) => row[by] as string | number);
      const sorted = values.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
      expect(values).toEqual(order === 'YEAR_DESC' ? sorted.reverse() : sorted);
    },
  );

  test('are filtered by what the pairing is, and by whether they are confirmed', async () => {
    const count = async (filter: string): Promise<unknown> =>
      (
        (await graph.ask(`{ pairingYears(first: 0, filter: ${filter}) { totalCount } }`)) as {
          data: { pairingYears: Cells };
        }
      ).data.pairingYears['totalCount'];
    expect(await count('{ pairing: { eq: "planned" }, confirmed: { eq: false } }')).toBe(2);
    expect(await count('{ pairing: { eq: "planned" }, not: { confirmed: { eq: true } } }')).toBe(2);
    expect(await count('{ programme: { eq: "cases" }, year: { eq: 2016 }, donor: { within: "440000" } }')).toBe(2);
    expect(await count('{ programme: { eq: "cases" }, year: { eq: 2016 }, recipient: { eq: "450000" } }')).toBe(2);
    expect(await count('{ programme: { eq: "cases" }, or: [{ year: { eq: 2016 } }, { level: { eq: COUNTY } }] }')).toBe(
      2,
    );
  });

  test('have sums as `Total` gives them: a number, or its bounds', async () => {
    const none = { fiscal: null, fiscalMin: null, fiscalMax: null, donations: null };
    expect(await list('year fiscal fiscalMin fiscalMax donations', 'filter: { pairing: { eq: "ended" } }')).toEqual([
      { ...none, year: 2013 },
      { ...none, year: 2014 },
      { ...none, year: 2015, fiscal: 100, fiscalMin: 100, fiscalMax: 100 },
      { ...none, year: 2016, fiscalMin: 30 },
      { ...none, year: 2017, fiscalMin: 7 },
      { ...none, year: 2018, fiscalMin: 0, fiscalMax: 50 },
    ]);
  });

  test.each([
    ['fiscal', 'fundGroups(kind: FISCAL, '],
    ['donations', 'fundGroups(kind: SOCIAL, '],
    ['sales', 'saleGroups('],
    ['firms', 'enterpriseGroups(counts: FIRMS, '],
    ['placed', 'placementGroups(stage: PLACED, '],
    ['posted', 'secondmentGroups('],
    ['trained', 'courseGroups('],
    ['visits', 'exchangeGroups(unit: VISIT, '],
  ])('have the sums of groups by pairing and year: %s', async (measure, groups) => {
    const { data } = (await graph.ask(
      `{ groups: ${groups} groupBy: [PAIRING, YEAR], basis: ANNUAL, first: 500) { keys { pairing { id } year } total { count value min max } } }`,
    )) as { data: { groups: { keys: { pairing: { id: string } | null; year: number | null }; total: Cells }[] } };
    const expected = new Map(
      data.groups
        .filter(({ keys, total }) => keys.pairing !== null && keys.year !== null && Number(total['count']) > 0)
        .map(({ keys, total: { value, min, max } }) => [`${keys.pairing?.id}@${keys.year}`, { value, min, max }]),
    );
    const rows = await list(`pairing year ${measure} ${measure}Min ${measure}Max`);
    const found = new Map(
      rows.map((row) => [
        `${String(row['pairing'])}@${String(row['year'])}`,
        { value: row[measure], min: row[`${measure}Min`], max: row[`${measure}Max`] },
      ]),
    );
    const reported = [...found].filter(([, sum]) => sum.min !== null || sum.max !== null);
    expect(new Map(reported)).toEqual(new Map([...expected].filter(([key]) => found.has(key))));
  });

  test('are a table with all columns', async () => {
    const response = await fetch(`${graph.url}/q/pairing-years.csv?filter.pairing.eq=ended&orderBy=YEAR_DESC`);
    const [header = '', first = ''] = (await response.text()).split('\n');
    expect([response.status, header.split(',').slice(0, 5), first.split(',').slice(0, 3)]).toEqual([
      200,
      ['pairing', 'year', 'confirmed', 'periods', 'level'],
      ['ended', '2018', 'true'],
    ]);
  });
});

describeEachEngine('a year of a pairing', (engine) => {
  const owner = openedSubgraph(engine, pairings);
  const ofFinance = openedSubgraph(engine, finance);
  const keys = (count: number): object[] =>
    Array.from({ length: count }, (_, place) => ({
      __typename: 'PairingYear',
      pairing: place % 2 === 0 ? 'zhangjiagang-yanhe' : 'xihu-xuanen',
      year: 2010 + (place % 12),
    }));
  const entities = 'query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on PairingYear';

  test('is found by the pairing and the year, null where it did not hold', async () => {
    const representations = [2017, 1950].map((year) => ({
      __typename: 'PairingYear',
      pairing: 'zhangjiagang-yanhe',
      year,
    }));
    expect(await owner.ask(`${entities} { pairing year donorName } } }`, { keys: representations })).toEqual({
      data: { _entities: [{ pairing: 'zhangjiagang-yanhe', year: 2017, donorName: '张家港市' }, null] },
    });
  });

  test('costs as many statements for 50 as for 2', async () => {
    const ask = (count: number): Promise<unknown> =>
      ofFinance.ask(`${entities} { fiscal fiscalMin fiscalMax sales firms parks } } }`, { keys: keys(count) });
    await expect(() => ask(2)).toSendStatements(ofFinance.database, 8);
    await expect(() => ask(50)).toSendStatements(ofFinance.database, 8);
    const list = (first: number): Promise<unknown> =>
      owner.ask(`{ pairingYears(first: ${first}) { edges { node { pairing donorName programmeName visits } } } }`);
    await expect(() => list(2)).toSendStatements(owner.database, 5);
    await expect(() => list(300)).toSendStatements(owner.database, 5);
  });
});
