import { expect, test } from '@jest/globals';

import { finance } from '../../subgraphs/finance/subgraph.js';
import { describeEachEngine } from '../support/engines.js';
import { caseFund, casePairing, importCases, type CaseRow } from '../support/fund-cases.js';
import { openedSubgraph } from '../support/subgraph.js';

/** Funds of one pairing, and what its total says of them. */
interface Case {
  readonly name: string;
  /** Arguments of `fundTotal`, in brackets. */
  readonly asked?: string;
  readonly funds: readonly CaseRow[];
  /** The total as its lower and higher end. */
  readonly total: readonly [min: number | null, max: number | null];
  readonly count: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly text?: string;
}

const annual = '(basis: ANNUAL)';
const year = (from: string, to: string, value: string, more: CaseRow = {}): CaseRow => ({
  basis: 'ANNUAL',
  from,
  to,
  value,
  ...more,
});
const until = (to: string, value: string, more: CaseRow = {}): CaseRow => ({ from: '2016', to, value, ...more });

const cases: readonly Case[] = [
  {
    name: 'a cumulative figure has the earlier one in it',
    funds: [until('2018', '100'), until('2020', '250')],
    total: [250, 250],
    count: 1,
    excluded: { SUPERSEDED: 1 },
    text: '250 yuan',
  },
  {
    name: 'a later cumulative figure that is less contradicts the earlier one',
    funds: [until('2022', '100'), until('2023', '80')],
    total: [80, 100],
    count: 1,
    excluded: { CONTRADICTED: 1 },
    text: '80 to 100 yuan',
  },
  {
    name: 'the same number in two documents counts once',
    asked: annual,
    funds: [year('2022', '2023', '100'), year('2022', '2023', '100', { sources: 'd-early#7' })],
    total: [100, 100],
    count: 1,
    excluded: { REPORTED_TWICE: 1 },
  },
  {
    name: 'the same number at two places of a document counts once',
    asked: annual,
    funds: [year('2022', '2023', '100'), year('2022', '2023', '100', { sources: 'd-late#7' })],
    total: [100, 100],
    count: 1,
    excluded: { REPORTED_TWICE: 1 },
  },
  {
    name: 'the same number twice at one place may be one thing or two',
    asked: annual,
    funds: [year('2022', '2023', '100'), year('2022', '2023', '100')],
    total: [100, 200],
    count: 1,
    excluded: { INDISTINCT: 1 },
  },
  {
    name: 'two documents with unlike numbers compete',
    asked: annual,
    funds: [year('2022', '2023', '100'), year('2022', '2023', '60', { sources: 'd-early#7' })],
    total: [60, 100],
    count: 1,
    excluded: { COMPETING: 1 },
  },
  {
    name: 'one document with unlike numbers may tell of one thing or two',
    asked: annual,
    funds: [year('2022', '2023', '100'), year('2022', '2023', '60')],
    total: [100, 160],
    count: 1,
    excluded: { INDISTINCT: 1 },
  },
  {
    name: 'a preferred record stands alone',
    asked: annual,
    funds: [
      year('2022', '2023', '100'),
      year('2022', '2023', '60', { sources: 'd-early#7', rank: 'PREFERRED' }),
      year('2022', '2023', '60', { sources: 'd-early#9' }),
    ],
    total: [60, 60],
    count: 1,
    excluded: { COMPETING: 1, REPORTED_TWICE: 1 },
  },
  {
    name: 'a deprecated record neither counts nor covers',
    funds: [until('2018', '100'), until('2020', '250', { rank: 'DEPRECATED' })],
    total: [100, 100],
    count: 1,
    excluded: { DEPRECATED: 1 },
  },
  {
    name: 'a half-year is in its year',
    asked: annual,
    funds: [year('2022', '2023', '100'), year('2022', '2022-07', '60')],
    total: [100, 100],
    count: 1,
    excluded: { PART_OF_PERIOD: 1 },
  },
  {
    name: 'years that do not overlap are added',
    asked: annual,
    funds: [year('2022-01-01', '2022-12-31', '100'), year('2023', '2024', '60')],
    total: [160, 160],
    count: 2,
    excluded: {},
  },
  {
    name: 'a year that is not known may be any',
    asked: annual,
    funds: [year('', '', '100'), year('2023', '2024', '60')],
    total: [100, 160],
    count: 2,
    excluded: { OVERLAPPING: 1 },
  },
  {
    name: 'spans that overlap cross, the larger one first',
    funds: [until('2020', '100'), { from: '2018', to: '2022', value: '150' }],
    total: [150, 250],
    count: 2,
    excluded: { OVERLAPPING: 1 },
  },
  {
    name: 'a cumulative figure without an end ends with its source',
    funds: [
      until('', '250', { sources: 'd-late#3' }),
      until('2023', '200'),
      until('', '100', { sources: 'd-early#1' }),
    ],
    total: [250, 250],
    count: 1,
    excluded: { SUPERSEDED: 2 },
  },
  {
    name: 'a beginning that is not known covers nothing by it',
    funds: [{ from: 'unknown', to: '2023', value: '250' }, until('2020', '100')],
    total: [250, 350],
    count: 2,
    excluded: { OVERLAPPING: 1 },
  },
  {
    name: 'what is for a purpose is in what is for all',
    funds: [
      until('2020', '250'),
      until('2020', '100', { purpose: 'roads' }),
      until('2020', '70', { purpose: 'wells' }),
    ],
    total: [250, 250],
    count: 1,
    excluded: { PART_OF_WHOLE: 2 },
  },
  {
    name: 'unlike purposes are added',
    funds: [until('2020', '100', { purpose: 'roads' }), until('2020', '70', { purpose: 'wells' })],
    total: [170, 170],
    count: 2,
    excluded: {},
  },
  {
    name: 'a whole that is filtered out frees its part',
    asked: '(filter: {value: {lt: 200}})',
    funds: [until('2020', '250'), until('2020', '100', { purpose: 'roads' })],
    total: [100, 100],
    count: 1,
    excluded: {},
  },
  {
    name: 'donations in kind are in donations',
    asked: '(kind: SOCIAL)',
    funds: [until('2020', '250', { kind: 'SOCIAL' }), until('2020', '100', { kind: 'SOCIAL_IN_KIND' })],
    total: [250, 250],
    count: 1,
    excluded: { PART_OF_WHOLE: 1 },
  },
  {
    name: 'the sum of a city is in that of its province',
    asked: annual,
    funds: [
      year('2022', '2023', '100', { donor: '江苏省', recipient: '陕西省' }),
      year('2022', '2023', '30', { donor: '南京市', recipient: '商洛市' }),
    ],
    total: [100, 100],
    count: 1,
    excluded: { PART_OF_WHOLE: 1 },
  },
  {
    name: 'wider here and narrower there crosses',
    asked: annual,
    funds: [
      year('2022', '2023', '100', { donor: '江苏省', recipient: '商洛市' }),
      year('2022', '2023', '30', { donor: '南京市', recipient: '陕西省' }),
    ],
    total: [100, 130],
    count: 2,
    excluded: { OVERLAPPING: 1 },
  },
  {
    name: 'what is done has in it what was planned of it',
    asked: '(statuses: [ACTUAL, PLANNED])',
    funds: [until('2020', '250'), until('2020', '300', { status: 'PLANNED' })],
    total: [250, 250],
    count: 1,
    excluded: { FIRMER_STATUS: 1 },
  },
  {
    name: 'what is planned for longer crosses what is done',
    asked: '(statuses: [ACTUAL, PLANNED])',
    funds: [until('2020', '250'), until('2025', '300', { status: 'PLANNED' })],
    total: [300, 550],
    count: 2,
    excluded: { OVERLAPPING: 1 },
  },
  {
    name: 'zero is a number',
    funds: [until('2020', '0')],
    total: [0, 0],
    count: 1,
    excluded: {},
    text: '0 yuan',
  },
  {
    name: 'a number that is worked out makes no exact total',
    funds: [until('2018', '100', { purpose: 'roads' }), until('2018', '50', { purpose: 'schools', bound: 'DERIVED' })],
    total: [150, 150],
    count: 2,
    excluded: {},
    text: '150 yuan (in part inferred or worked out)',
  },
  {
    name: 'nor does one that another document repeats',
    funds: [until('2018', '100', { bound: 'DERIVED' }), until('2018', '100', { sources: 'd-early#7' })],
    total: [100, 100],
    count: 1,
    excluded: { REPORTED_TWICE: 1 },
    text: '100 yuan (in part inferred or worked out)',
  },
  {
    name: 'a rate of so much a year is not added to the amount of a year',
    asked: annual,
    funds: [year('2022', '2023', '100'), year('2022', '2025', '30', { basis: 'RATE' })],
    total: [100, 100],
    count: 1,
    excluded: { OTHER_BASIS: 1 },
  },
  {
    name: 'where nothing is added it says what there is',
    funds: [
      until('2020', '5', { status: 'PLANNED' }),
      until('2021', '5', { status: 'PLANNED' }),
      year('2020', '2021', '5'),
      until('2020', '5', { kind: 'SOCIAL' }),
    ],
    total: [0, null],
    count: 0,
    excluded: { OTHER_STATUS: 2, OTHER_BASIS: 1, OTHER_KIND: 1 },
    text: 'nothing done is reported; left out: 2 planned, 1 of one year, 1 of another kind',
  },
];

describeEachEngine('a total of records that overlap', (engine) => {
  const numbered = cases.map((each, number) => ({ ...each, id: `c${number}` }));
  const { ask } = openedSubgraph(engine, finance, (graph) =>
    importCases(graph, {
      pairings: [
        ...numbered.map(({ id }) => casePairing(id)),
        ...['by-year', 'share-one', 'share-two'].map((id) => casePairing(id)),
        casePairing('of-other', { programme: 'other' }),
      ],
      funds: [
        ...[
          year('2022', '2022-07', '60'),
          year('2023', '2024', '70'),
          year('2021', '2024', '250'),
          year('', '', '5'),
        ].map((fund, place) => caseFund(`by-year-${place}`, { pairings: 'by-year', purpose: `${place}`, ...fund })),
        caseFund('nation', { programme: 'other', ...until('2023', '1000') }),
        caseFund('of-two', {
          programme: 'other',
          donor: '北京市;天津市',
          recipient: '河北省',
          ...until('2023', '200'),
        }),
        caseFund('of-other-0', { pairings: 'of-other', ...until('2023', '300') }),
        caseFund('share-0', { pairings: 'share-one;share-two', ...until('2023', '95') }),
        caseFund('share-1', { pairings: 'share-one', ...until('2023', '60') }),
        ...numbered.flatMap(({ id, funds }) =>
          funds.map((fund, place) => caseFund(`${id}-${place}`, { pairings: id, ...fund })),
        ),
      ],
    }),
  );

  test.each(numbered)('$name', async ({ id, asked = '', total: [min, max], count, excluded, text }) => {
    const answer = (await ask(
      `query ($id: ID!) { _entities(representations: [{__typename: "Pairing", id: $id}]) { ... on Pairing {
        fundTotal${asked} { min max value count text excluded { reason count } } } } }`,
      { id },
    )) as {
      data: { _entities: [{ fundTotal: object & { excluded: { reason: string; count: number }[]; text: string } }] };
    };
    const { excluded: left, text: shown, ...rest } = answer.data._entities[0].fundTotal;
    expect({ ...rest, excluded: Object.fromEntries(left.map((each) => [each.reason, each.count])) }).toEqual({
      min,
      max,
      value: min === max ? min : null,
      count,
      excluded,
    });
    expect(shown).toBe(text ?? shown);
  });

  test('of a year has the figures of that year, and figures of several years are in none', async () => {
    const { data } = (await ask(
      `{ fundGroups(groupBy: [YEAR], kind: FISCAL, basis: ANNUAL, orderBy: KEYS, filter: {pairing: {eq: "by-year"}}) {
        keys { year years } total { min max text } nested } }`,
    )) as { data: { fundGroups: unknown } };
    expect(data.fundGroups).toEqual([
      {
        keys: { year: 2022, years: null },
        total: { min: 60, max: null, text: 'at least 60 yuan (of a part of the year)' },
        nested: false,
      },
      { keys: { year: 2023, years: null }, total: { min: 70, max: 70, text: '70 yuan' }, nested: false },
      { keys: { year: null, years: '2021–2023' }, total: { min: 250, max: 250, text: '250 yuan' }, nested: false },
      { keys: { year: null, years: null }, total: { min: 5, max: 5, text: '5 yuan' }, nested: false },
    ]);
  });

  test('of a programme has the sums of its pairings in that of the whole, and is no total of one of them', async () => {
    const total = '{ min max count excluded { reason count } }';
    const { data } = (await ask(
      `{ _entities(representations: [{__typename: "Programme", id: "other"}, {__typename: "Pairing", id: "of-other"}]) {
        ... on Programme { fundTotal ${total} } ... on Pairing { fundTotal ${total} } } }`,
    )) as { data: { _entities: unknown } };
    expect(data._entities).toEqual([
      { fundTotal: { min: 1000, max: 1000, count: 1, excluded: [{ reason: 'PART_OF_WHOLE', count: 2 }] } },
      { fundTotal: { min: 300, max: 300, count: 1, excluded: [] } },
    ]);
  });

  test('of a pairing takes from its share nothing that is known, and adds no more than the share', async () => {
    const total = '{ min max count shared text excluded { reason count } }';
    const { data } = (await ask(
      `{ _entities(representations: [{__typename: "Pairing", id: "share-one"}]) { ... on Pairing { fundTotal ${total} } } }`,
    )) as { data: { _entities: unknown } };
    expect(data._entities).toEqual([
      {
        fundTotal: {
          min: 60,
          max: 95,
          count: 1,
          shared: 1,
          text: '60 to 95 yuan, in part shared with 1 other pairing',
          excluded: [
            { reason: 'PART_OF_WHOLE', count: 1 },
            { reason: 'SHARED', count: 1 },
          ],
        },
      },
    ]);
  });
});
