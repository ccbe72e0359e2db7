import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { dryRun } from '../../platform/import/dry-run.js';
import { importFolder } from '../../platform/import/import-folder.js';
import { shippedFolders } from '../../platform/import/shipped-folders.js';
import { dataFolder, datasetFile, gift, tableLines } from '../support/data-folder.js';
import { describeEachEngine } from '../support/engines.js';
import { shippedGraph, type TestGraph } from '../support/graph.js';

const today = '2026-11-26';

type Row = Readonly<Record<string, string>>;

/** A pairing that no data set has. */
const pair: Row = {
  id: 'pair',
  programme: 'east-west',
  level: 'COUNTY',
  scope: 'INTER_PROVINCIAL',
  evidence: 'STATED',
  donor: '330106',
  recipient: '422822',
  sources: 's0#15',
};

/** A sum that Guangdong gave to Guangxi in 2022, printed in that year. */
const sum: Row = { ...gift, id: 'sum', pairings: 'gd-gx', donor: '440000', recipient: '450000', value: '1758000000' };
const provinces: Row = { ...pair, id: 'gd-gx', level: 'PROVINCE', donor: '440000', recipient: '450000' };

describeEachEngine('an import warns of', (engine) => {
  let opened: TestGraph;

  beforeAll(async () => {
    opened = await shippedGraph(engine);
  });

  afterAll(async () => {
    await opened.close();
  });

  const folderOf = (tables: Readonly<Record<string, readonly Row[]>>): string =>
    dataFolder({
      'dataset.csv': datasetFile('own'),
      ...Object.fromEntries(Object.entries(tables).map(([file, rows]) => [file, tableLines(file, rows)])),
    });
  const warnings = async (tables: Readonly<Record<string, readonly Row[]>>): Promise<string[]> => {
    const found = (await dryRun(opened.graph, folderOf(tables), { today })).warnings;
    return found.map((each) => `${each.file}:${each.line} ${each.column}: ${each.found} → ${each.expected}`);
  };
  /** Where a warning is, of a row of a table. */
  const places = async (file: string, ...rows: readonly Row[]): Promise<string[]> =>
    (await warnings({ [file]: rows })).map((warning) => warning.split(' → ')[0]?.split(', ')[0] ?? '');

  test('nothing in the data sets that ship', async () => {
    for (const folder of shippedFolders.values()) {
      expect(await dryRun(opened.graph, folder, { today })).toMatchObject({ warnings: [] });
    }
  });

  describe('pairings whose', () => {
    const ofPairing = (row: Row): Promise<string[]> => places('pairings.csv', { ...pair, ...row });

    test('level is not that of the parties', async () => {
      expect(await warnings({ 'pairings.csv': [{ ...pair, level: 'PREFECTURE' }] })).toEqual([
        'pairings.csv:2 donor: "西湖区" ("330106") of the level COUNTY, in a pairing of the level PREFECTURE → regions of the level PREFECTURE, or another level of the pairing',
        'pairings.csv:2 recipient: "建始县" ("422822") of the level COUNTY, in a pairing of the level PREFECTURE → regions of the level PREFECTURE, or another level of the pairing',
      ]);
      expect(await ofPairing({ donor: '330000' })).toEqual([
        'pairings.csv:2 donor: "浙江省" ("330000") of the level PROVINCE',
      ]);
    });

    test.each([
      ['counties', {}],
      ['a city with a province', { level: 'PROVINCE', donor: '440300', recipient: '450000' }],
      ['a city with a county', { level: 'PREFECTURE_TO_COUNTY', donor: '330100' }],
      [
        'a county directly under its province as a prefecture',
        { level: 'PREFECTURE', donor: '440300', recipient: '429004' },
      ],
      ['bodies of any kind', { level: 'DEPARTMENT', donor: 'org-sc-health', scope: 'INTER_PROVINCIAL' }],
    ])('level is theirs not: %s', async (_name, row) => {
      expect(await ofPairing(row)).toEqual([]);
    });

    test('donor is the recipient', async () => {
      expect(await ofPairing({ recipient: '422822;330106' })).toEqual([
        'pairings.csv:2 recipient: "西湖区" ("330106")',
      ]);
    });

    test('sides have nobody, neither named nor counted', async () => {
      expect(await warnings({ 'pairings.csv': [{ ...pair, donor: '', recipient: '' }] })).toEqual([
        'pairings.csv:2 donor: nobody, in `donorCounted` neither → who helps',
        'pairings.csv:2 recipient: nobody, in `recipientCounted` neither → who is helped',
      ]);
      expect(await ofPairing({ level: 'SCHOOL', donor: '', donorCounted: '3 CITY_SCHOOL in 330106' })).toEqual([]);
    });

    test('scope is contradicted by the parties', async () => {
      expect(await warnings({ 'pairings.csv': [{ ...pair, scope: 'INTRA_PROVINCE' }] })).toEqual([
        'pairings.csv:2 scope: INTRA_PROVINCE, between parties of several provinces: "西湖区" ("330106"), "建始县" ("422822") → INTER_PROVINCIAL',
      ]);
      expect(await ofPairing({ donor: '422825' })).toEqual(['pairings.csv:2 scope: INTER_PROVINCIAL']);
      expect(await ofPairing({ donor: '422825', scope: 'INTRA_PROVINCE' })).toEqual([]);
    });

    test('sides, level and programme another one has, shipped or in the folder', async () => {
      const again = { ...pair, recipient: '422825' };
      expect(await warnings({ 'pairings.csv': [again] })).toEqual([
        'pairings.csv:2 id: "pair", a pairing of the same sides, level and programme as "xihu-xuanen", which is in the data set "articles" → no row; let records refer to "xihu-xuanen"',
      ]);
      expect(await ofPairing({ recipient: '422825', level: 'DEPARTMENT' })).toEqual([]);
      expect(await places('pairings.csv', pair, { ...pair, id: 'pair-again' })).toEqual([
        'pairings.csv:3 id: "pair-again"',
      ]);
      const programmes = [{ id: 'mine', name: '东西部扶贫协作' }];
      expect(
        await warnings({ 'pairings.csv': [{ ...again, programme: 'mine' }], 'programmes.csv': programmes }),
      ).toEqual([expect.stringContaining('"xihu-xuanen"')]);
    });
  });

  describe('spans that', () => {
    const ofSpan = (from: string, to: string, row: Row = {}): Promise<string[]> =>
      places('funds.csv', { ...gift, from, to, ...row });

    test('are none, or longer than a year, of a figure of one year', async () => {
      expect(
        await warnings({
          'funds.csv': [
            { ...gift, from: '', to: '' },
            { ...gift, id: 'long', from: '2017', to: '2019' },
          ],
        }),
      ).toEqual([
        'funds.csv:2 from: nothing, though the figure is ANNUAL → its year, such as "2022" with "2023" in `to`, or "unknown"',
        'funds.csv:3 to: "2017" to "2019", which is longer than a year → "2018" at the latest for ANNUAL, or the basis CUMULATIVE',
      ]);
      expect(await ofSpan('1990s', '')).toEqual(['funds.csv:2 to: "1990s"']);
      expect(await ofSpan('', '2018')).toEqual(['funds.csv:2 from: nothing']);
    });

    test.each([
      ['2018', '2019', {}],
      ['2018-H1', '2018-H2', {}],
      ['2018-09', '2019-09', {}],
      ['2018-03-04', '', {}],
      ['unknown', '', {}],
      ['2016', '2019', { basis: 'CUMULATIVE' }],
      ['', '', { status: 'PLANNED' }],
    ])('have not more than a year, nor need it: %s to %s %j', async (from, to, row) => {
      expect(await ofSpan(from, to, row)).toEqual([]);
    });

    test('end on a day that is meant to be in them', async () => {
      expect(await warnings({ 'funds.csv': [{ ...gift, from: '2018-01-01', to: '2018-12-31' }] })).toEqual([
        'funds.csv:2 to: "2018-12-31", which is itself not in the span → "2019" if the span ends with it: the end is not included',
      ]);
      expect(await ofSpan('2018-01-01', '2018-06-30')).toEqual(['funds.csv:2 to: "2018-06-30"']);
      expect(await ofSpan('2018-01', '2018-12')).toEqual(['funds.csv:2 to: "2018-12"']);
      expect(await ofSpan('2018-03', '2018-12')).toEqual([]);
      expect(await ofSpan('2018-03-12', '2018-06-30')).toEqual([]);
      const period = { pairing: 'pair', from: '2016', fromBound: 'EXACT', to: '2020-12-31', sources: 's0#15' };
      expect(await warnings({ 'pairings.csv': [pair], 'pairing_periods.csv': [period] })).toEqual([
        expect.stringMatching(/^pairing_periods.csv:2 to: "2020-12-31"/),
      ]);
    });

    test('are before paired assistance, or in the future', async () => {
      const documents = [{ id: 'd', kind: 'ARTICLE', title: '文', published: '2026' }];
      const inFuture = async (from: string, to: string, status = 'ACTUAL'): Promise<string[]> =>
        (
          await warnings({ 'funds.csv': [{ ...gift, from, to, status, sources: 'd' }], 'documents.csv': documents })
        ).map((warning) => warning.split(' → ')[0] ?? '');
      expect(await ofSpan('1919', '1920')).toEqual(['funds.csv:2 to: "1920"']);
      expect(await ofSpan('1019', '2019', { basis: 'CUMULATIVE' })).toEqual(['funds.csv:2 from: "1019"']);
      expect(await ofSpan('1979', '1980')).toEqual([]);
      expect(await inFuture('2026', '2027')).toEqual([]);
      expect(await inFuture('2027', '2028')).toEqual([
        'funds.csv:2 from: "2027", which is in the future',
        'funds.csv:2 from: "2027", after its document of 2026-12-31',
      ]);
      expect(await inFuture('2027', '2028', 'PLANNED')).toEqual([]);
      expect(await inFuture('2202', '2203', 'PLANNED')).toEqual(['funds.csv:2 from: "2202", which is in the future']);
      expect(await places('documents.csv', { ...documents[0], published: '2026-11-27' })).toEqual([
        'documents.csv:2 published: "2026-11-27"',
      ]);
      expect(await places('documents.csv', { ...documents[0], published: today })).toEqual([]);
    });

    test('begin after their document, unless they are a plan', async () => {
      const late = { ...gift, from: '2020', to: '2021' };
      expect(await warnings({ 'funds.csv': [late] })).toEqual([
        'funds.csv:2 from: "2020", after its document of 2019-05-21 → a time before its document, or a status such as PLANNED',
      ]);
      expect(await ofSpan('2020', '2021', { status: 'TARGET' })).toEqual([]);
      expect(await ofSpan('2020', '2021', { sources: 's0#22;s4#13' })).toEqual([]);
      expect(await ofSpan('2017', '2022', { basis: 'CUMULATIVE' })).toEqual(['funds.csv:2 to: "2022"']);
    });
  });

  describe('records whose', () => {
    const withPairing = (row: Row): Promise<string[]> =>
      warnings({ 'pairings.csv': [provinces], 'funds.csv': [{ ...sum, ...row }] });

    test('donor is the recipient, or who have no part in their pairing', async () => {
      expect(await withPairing({})).toEqual([]);
      expect(await withPairing({ donor: '440300', recipient: '450000;450100' })).toEqual([]);
      expect(await withPairing({ recipient: '440000' })).toEqual([
        'funds.csv:2 recipient: "广东省" ("440000"), which is in donor too → who is helped, not who helps',
      ]);
      expect(await withPairing({ recipient: '西湖区 @ 杭州市' })).toEqual([
        'funds.csv:2 recipient: "西湖区" ("330106"), which is not on that side of its pairing → "广西壮族自治区" ("450000"), or a region in it or above it',
      ]);
      expect(await places('funds.csv', { ...gift, donor: '422825', recipient: '330106' })).toEqual([
        'funds.csv:2 donor: "宣恩县" ("422825")',
        'funds.csv:2 recipient: "西湖区" ("330106")',
      ]);
    });

    test('part is larger than its whole, in the folder or in another data set', async () => {
      const part = { ...gift, id: 'part', value: '2', includedIn: 'gift' };
      expect(await warnings({ 'funds.csv': [gift, part] })).toEqual([
        'funds.csv:3 includedIn: "gift", whose 1.25 is less than the 2 of this part → a whole that is not smaller than its part',
      ]);
      expect(await places('funds.csv', gift, { ...part, value: '1.25' })).toEqual([]);
      expect(await places('funds.csv', { ...gift, bound: 'AT_LEAST' }, part)).toEqual([]);
      const ofShipped = { ...part, id: 'sum', includedIn: '', mayBeIncludedIn: 'zhangjiagang-yanhe-donations-2018' };
      expect(await places('funds.csv', { ...ofShipped, value: '6030001' })).toEqual([
        'funds.csv:2 mayBeIncludedIn: "zhangjiagang-yanhe-donations-2018"',
      ]);
      expect(await places('funds.csv', { ...ofShipped, value: '6030000' })).toEqual([]);
    });

    const years = (values: readonly string[], row: Row = {}): readonly Row[] =>
      values.map((value, place) => ({
        ...gift,
        ...row,
        id: `sum-${place}`,
        value,
        from: `${2010 + place}`,
        to: `${2011 + place}`,
      }));

    test('sum is ten thousand times less than those of other years', async () => {
      expect(await warnings({ 'funds.csv': years(['30000000', '35000000', '4000', '52000000']) })).toEqual([
        'funds.csv:4 value: 4000, some 10000 times less than sums like it, which are from 30000000 to 52000000 → yuan: 40000000 if it is in another unit, such as ten thousand yuan (万元)',
      ]);
      expect(await places('funds.csv', ...years(['30000000', '35000000', '4000000', '52000000']))).toEqual([]);
      expect(await places('funds.csv', ...years(['30000000', '4000', '52000000']))).toEqual([]);
    });

    test('sum is ten thousand times more than those of other counties', async () => {
      const ofCounties = (values: readonly string[], row: Row = {}): readonly Row[] =>
        years(values, { pairings: '', donor: '', ...row });
      const values = ['3000000', '3500000', '5200000', '8000000', '30000000000', '4000000', '3000000'];
      expect(await places('funds.csv', ...ofCounties(values))).toEqual(['funds.csv:6 value: 30000000000']);
      expect(
        await places(
          'funds.csv',
          ...ofCounties(values).map((row) => (row['value'] === '30000000000' ? { ...row, recipient: '420000' } : row)),
        ),
      ).toEqual([]);
    });
  });

  test('the same mistake in many rows once, and refuses it if strict', async () => {
    const rows = Array.from({ length: 7 }, (_, place) => ({ ...gift, id: `gift-${place}`, from: '', to: '' }));
    const folder = folderOf({ 'funds.csv': rows });
    const { warnings: gathered } = await dryRun(opened.graph, folder, { today });
    expect(gathered.map(({ line, more }) => [line, more])).toEqual([
      [2, undefined],
      [3, undefined],
      [4, { rows: 4, lastLine: 8 }],
    ]);
    const refused = `Nothing was imported from ${folder}, since --strict refuses what is odd: 7 problems.`;
    await expect(dryRun(opened.graph, folder, { today, strict: true })).rejects.toThrow(refused);
    await expect(importFolder(opened.graph, folder, undefined, { today, strict: true })).rejects.toThrow(refused);
    expect(await importFolder(opened.graph, folder, undefined, { today })).toEqual({
      dataset: 'own',
      rows: expect.any(Number),
      overlaps: [expect.objectContaining({ reason: 'OVERLAPPING', rows: 6 })],
      warnings: gathered,
    });
    await expect(importFolder(opened.graph, folder, undefined, { today, strict: true })).rejects.toThrow(refused);
    expect(await importFolder(opened.graph, folder, undefined, { today })).toEqual({
      dataset: 'own',
      rows: 0,
      overlaps: [],
      warnings: [],
    });
  });
});
