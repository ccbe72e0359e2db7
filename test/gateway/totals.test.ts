import { expect, test } from '@jest/globals';

import { describeEachEngine } from '../support/engines.js';
import { servedGraph } from '../support/gateway.js';

describeEachEngine('a total', (engine) => {
  const gateway = servedGraph(engine);
  const { ask } = gateway;

  const totals = async (query: string): Promise<unknown> => (await ask(query)).data;

  test('has one kind of money, and says how many records of others it leaves out', async () => {
    expect(
      await totals(
        '{ pairing(id: "zhangjiagang-yanhe") { fundTotal { value min max unit bound count text excluded { reason count } } } }',
      ),
    ).toEqual({
      pairing: {
        fundTotal: {
          value: 65_940_000,
          min: 65_940_000,
          max: 65_940_000,
          unit: 'YUAN',
          bound: 'EXACT',
          count: 1,
          text: '65.94 million yuan',
          excluded: [{ reason: 'OTHER_KIND', count: 3 }],
        },
      },
    });
  });

  test('leaves out a part of what it adds, and adds that part where the whole is of another kind', async () => {
    const social = 'value count excluded { reason count }';
    expect(
      await totals(`{ pairing(id: "zhangjiagang-yanhe") {
        all: fundTotal(kind: SOCIAL, basis: ANNUAL) { ${social} }
        cash: fundTotal(kind: SOCIAL_CASH, basis: ANNUAL) { ${social} }
      } }`),
    ).toEqual({
      pairing: {
        all: {
          value: 6_030_000,
          count: 1,
          excluded: [
            { reason: 'OTHER_KIND', count: 2 },
            { reason: 'INCLUDED_IN_ANOTHER', count: 1 },
          ],
        },
        cash: { value: 5_080_000, count: 1, excluded: [{ reason: 'OTHER_KIND', count: 3 }] },
      },
    });
  });

  test('adds a record of two pairings once, to what both are part of, and to neither of them for certain', async () => {
    const shared = {
      value: null,
      min: 0,
      max: 95_000_000,
      bound: 'RANGE',
      count: 1,
      shared: 1,
      text: 'up to 95 million yuan, shared with 1 other pairing',
      chinese: '至多9500万元，与另1个结对共有',
    };
    expect(
      await totals(`{ pairing(id: "wuhan-jianshi") {
        itself: fundTotal { count text(language: ZH) }
        withParts: fundTotal(includeParts: true) { value count }
        jobOfferTotal(includeParts: true) { value min max bound text }
        parts { nodes { id fundTotal { value min max bound count shared text chinese: text(language: ZH) } } }
      } }`),
    ).toEqual({
      pairing: {
        itself: { count: 0, text: '未见报道' },
        withParts: { value: 95_000_000, count: 1 },
        jobOfferTotal: { value: null, min: 15_000, max: null, bound: 'AT_LEAST', text: 'at least 15,000 jobs' },
        parts: {
          nodes: [
            { id: 'east-lake-jianshi', fundTotal: shared },
            { id: 'hongshan-jianshi', fundTotal: shared },
          ],
        },
      },
    });
  });

  test('opens to the record: what is counted, what is not, why, and by which', async () => {
    const records = (first: number, after: string | null): Promise<unknown> =>
      totals(`{ pairing(id: "zhangjiagang-yanhe") { fundTotal(kind: SOCIAL, basis: ANNUAL) {
        records(first: ${first}, after: ${JSON.stringify(after)}) {
          totalCount
          nodes { record { __typename id } figure { text } counted reason by { id } }
          pageInfo { hasNextPage endCursor }
        } } } }`);
    const page = (await records(2, null)) as {
      pairing: { fundTotal: { records: { pageInfo: { endCursor: string } } } };
    };
    const whole = { __typename: 'Fund', id: 'zhangjiagang-yanhe-donations-2018' };
    const { endCursor } = page.pairing.fundTotal.records.pageInfo;
    expect(page).toEqual({
      pairing: {
        fundTotal: {
          records: {
            totalCount: 4,
            nodes: [
              { record: whole, figure: { text: '6.03 million yuan' }, counted: true, reason: null, by: null },
              {
                record: { __typename: 'Fund', id: 'zhangjiagang-yanhe-donations-2018-cash' },
                figure: { text: '5.08 million yuan' },
                counted: false,
                reason: 'INCLUDED_IN_ANOTHER',
                by: { id: whole.id },
              },
            ],
            pageInfo: { hasNextPage: true, endCursor },
          },
        },
      },
    });
    expect(await records(2, endCursor)).toMatchObject({
      pairing: {
        fundTotal: {
          records: {
            nodes: [
              { record: { id: 'zhangjiagang-yanhe-funds-four-tiers' }, reason: 'OTHER_KIND', by: null },
              { record: { id: 'zhangjiagang-yanhe-leasing' }, reason: 'OTHER_KIND', by: null },
            ],
            pageInfo: { hasNextPage: false },
          },
        },
      },
    });
  });

  test('opens to the record in a group, and of many owners by as many statements as of one', async () => {
    expect(
      await totals(`{ fundGroups(groupBy: [PAIRING], kind: FISCAL, first: 2) {
        total { records { nodes { record { id } counted reason } } } } }`),
    ).toEqual({
      fundGroups: [
        {
          total: {
            records: {
              nodes: [
                { record: { id: 'zhangjiagang-yanhe-funds-four-tiers' }, counted: true, reason: null },
                { record: { id: 'zhangjiagang-yanhe-donations-2018' }, counted: false, reason: 'OTHER_KIND' },
                { record: { id: 'zhangjiagang-yanhe-donations-2018-cash' }, counted: false, reason: 'OTHER_KIND' },
                { record: { id: 'zhangjiagang-yanhe-leasing' }, counted: false, reason: 'OTHER_KIND' },
              ],
            },
          },
        },
        {
          total: {
            records: {
              nodes: [
                { record: { id: 'hongshan-east-lake-jianshi-funds' }, counted: true, reason: 'SHARED' },
                { record: { id: 'east-lake-jianshi-funds-2023' }, counted: false, reason: 'OTHER_KIND' },
              ],
            },
          },
        },
      ],
    });
    const query =
      '{ pairings(first: 20) { nodes { fundTotal { records(first: 5) { nodes { record { id } by { id } } } } } } }';
    await expect(() => ask(query)).toSendStatements(gateway.databases, 11);
  });

  test('leaves out what may be a part of what it adds', async () => {
    expect(
      await totals(`{ region(id: "510000") { fundsReceivedTotal(kind: UNSPECIFIED, includeParts: true) {
        value count excluded { reason count } } } }`),
    ).toEqual({
      region: {
        fundsReceivedTotal: {
          value: 1_626_000_000,
          count: 2,
          excluded: [
            { reason: 'OTHER_KIND', count: 1 },
            { reason: 'UNCLEAR_INCLUSION', count: 1 },
          ],
        },
      },
    });
  });

  test('of a region goes by the role in which it stands', async () => {
    expect(
      await totals(`{ region(id: "520627") {
        coursesFromTotal(basis: ANNUAL) { text }
        secondmentsFromTotal(basis: ANNUAL) { text }
        secondmentsToTotal(basis: ANNUAL) { text }
        exchangesFromTotal(unit: PERSON_TIME, basis: ANNUAL) { text }
        exchangesToTotal(unit: PERSON_TIME, basis: ANNUAL) { text }
        placementsFromTotal { text }
      } }`),
    ).toEqual({
      region: {
        coursesFromTotal: { text: '167 persons' },
        secondmentsFromTotal: { text: '31 persons' },
        secondmentsToTotal: { text: '141 persons' },
        exchangesFromTotal: { text: '896 person-times' },
        exchangesToTotal: { text: '1,682 person-times' },
        placementsFromTotal: { text: '103 persons' },
      },
    });
  });

  test('of a programme has each record of its pairings once', async () => {
    expect(
      await totals(`{ programme(id: "hubei-regional") {
        fundTotal { text } projectTotal { text } saleTotal { text } jobOfferTotal { text } placementTotal { text }
        exchangeTotal { text }
      } }`),
    ).toEqual({
      programme: {
        fundTotal: { text: '95 million yuan' },
        projectTotal: { text: '37 projects' },
        saleTotal: { text: 'at least 35 million yuan' },
        jobOfferTotal: { text: 'at least 15,000 jobs' },
        placementTotal: { text: 'at least 200 persons' },
        exchangeTotal: { text: '18 visits' },
      },
    });
  });

  test.each(['LEVEL', 'RATE'])('never adds figures of the basis %s', async (basis) => {
    const message = `Argument "basis": expected ANNUAL or CUMULATIVE, since levels and rates are not added, found "${basis}".`;
    const ofPairing = await ask(`{ pairing(id: "xihu-xuanen") { fundTotal(basis: ${basis}) { value } } }`);
    const ofGroups = await ask(`{ fundGroups(kind: FISCAL, basis: ${basis}) { total { value } } }`);
    for (const { errors } of [ofPairing, ofGroups]) {
      expect(errors?.map((error) => error.message)).toEqual([message]);
    }
  });

  test('costs five statements, whatever the list of pairings', async () => {
    for (const first of [10, 40]) {
      const query = `{ pairings(first: ${first}) { nodes { fundTotal(includeParts: true) { value excluded { reason } } } } }`;
      await expect(() => ask(query)).toSendStatements(gateway.databases, 6);
    }
  });

  test('is taken by keys that lead on to what other subgraphs know, in the order of the sums', async () => {
    expect(
      await totals(`{ fundGroups(groupBy: [PAIRING], kind: FISCAL, first: 3) {
        total { value min max bound text }
        keys { pairing { donor { label } recipient { label } placementTotal { text } courses { totalCount } } }
      } }`),
    ).toEqual({
      fundGroups: [
        {
          total: { value: 65_940_000, min: 65_940_000, max: 65_940_000, bound: 'EXACT', text: '65.94 million yuan' },
          keys: {
            pairing: {
              donor: { label: 'Zhangjiagang City' },
              recipient: { label: 'Yanhe Tujia Autonomous County' },
              placementTotal: { text: '103 persons' },
              courses: { totalCount: 7 },
            },
          },
        },
        ...['East Lake Scenic Area', 'Hongshan District'].map((label) => ({
          total: {
            value: null,
            min: 0,
            max: 95_000_000,
            bound: 'RANGE',
            text: 'up to 95 million yuan, shared with 1 other pairing',
          },
          keys: {
            pairing: {
              donor: { label },
              recipient: { label: 'Jianshi County' },
              placementTotal: { text: 'number unknown, shared with 1 other pairing' },
              courses: { totalCount: 0 },
            },
          },
        })),
      ],
    });
  });

  test('of a region has what its pairing’s donor gives, where the source names nobody', async () => {
    expect(
      await totals(`{
        fundGroups(groupBy: [DONOR], kind: FISCAL, filter: { pairing: { eq: "zhangjiagang-yanhe" } }, first: 1) {
          keys { donor { name } } total { value }
        }
        funds(filter: { donor: { eq: "320582" }, kind: { eq: FISCAL } }) { nodes { id } }
      }`),
    ).toEqual({
      fundGroups: [{ keys: { donor: { name: '张家港市' } }, total: { value: 65_940_000 } }],
      funds: { nodes: [{ id: 'zhangjiagang-yanhe-funds-four-tiers' }] },
    });
  });

  test.each(['TOTAL_DESC', 'TOTAL_ASC', 'KEYS'])('goes on after a cursor, in the order %s', async (order) => {
    const groups = `courseGroups(groupBy: [PAIRING, YEAR], orderBy: ${order}`;
    const asked = '{ keys { year pairing { id } } total { count } cursor following }';
    const { all } = (await totals(`{ all: ${groups}) ${asked} }`)) as { all: GroupOfPage[] };
    expect(all.map(({ following }) => following)).toEqual(all.map((_, place) => all.length - place - 1));
    const walked: GroupOfPage[] = [];
    let after: string | null = null;
    do {
      const query = `{ page: ${groups}, first: 3, after: ${JSON.stringify(after)}) ${asked} }`;
      const { page } = (await totals(query)) as { page: GroupOfPage[] };
      walked.push(...page);
      after = page.at(-1)?.following ? (page.at(-1)?.cursor ?? null) : null;
    } while (after !== null);
    expect(walked).toEqual(all);
    expect(all.length).toBeGreaterThan(6);
  });

  test('by province and kind costs five statements', async () => {
    const query =
      '{ fundGroups(groupBy: [RECIPIENT_PROVINCE, KIND, YEAR, DONOR], orderBy: KEYS) { total { value } keys { kind year } } }';
    await expect(() => ask(query)).toSendStatements(gateway.databases, 5);
  });

  test.each([
    [
      'fundGroups(groupBy: [PAIRING])',
      'kind',
      'a kind of money, or KIND in groupBy, since kinds are never added, found nothing',
    ],
    ['fundGroups(groupBy: [YEAR, YEAR], kind: FISCAL)', 'groupBy', 'keys, each once, found ["YEAR","YEAR"]'],
    ['fundGroups(groupBy: [YEAR], kind: FISCAL, first: 501)', 'first', 'a page size from 0 to 500, found 501'],
    ['fundGroups(groupBy: [YEAR], kind: FISCAL, after: "x")', 'after', 'a cursor that a list of group gave, found "x"'],
    [
      'placementGroups(groupBy: [YEAR])',
      'stage',
      'a stage, or STAGE or KIND in groupBy, since stages are never added, found nothing',
    ],
    ['courseGroups(groupBy: [YEAR], statuses: [])', 'statuses', 'at least one status, found []'],
  ])('refuses %s', async (field, argument, expected) => {
    const { errors } = await ask(`{ ${field} { total { value } } }`);
    expect(errors?.map(({ message }) => message)).toEqual([`Argument "${argument}": expected ${expected}.`]);
  });

  test('of fiscal money by people placed is known where both are numbers', async () => {
    expect(
      await totals(`{
        yanhe: pairing(id: "zhangjiagang-yanhe") { fiscalYuanPerPlacement }
        xuanen: pairing(id: "xihu-xuanen") { fiscalYuanPerPlacement }
        jianshi: pairing(id: "hongshan-jianshi") { fiscalYuanPerPlacement }
      }`),
    ).toEqual({
      yanhe: { fiscalYuanPerPlacement: 640_194.17 },
      xuanen: { fiscalYuanPerPlacement: null },
      jianshi: { fiscalYuanPerPlacement: null },
    });
  });
});

interface GroupOfPage {
  readonly cursor: string;
  readonly following: number;
}
