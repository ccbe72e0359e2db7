import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { dryRun } from '../../platform/import/dry-run.js';
import { pairings } from '../../subgraphs/pairings/subgraph.js';
import { describeEachEngine } from '../support/engines.js';
import { caseFund, casePairing, casesFolder, importCases, type CaseRow } from '../support/fund-cases.js';
import { databaseOf, shippedGraph, type TestGraph } from '../support/graph.js';

describeEachEngine('an import', (engine) => {
  let opened: TestGraph;

  beforeEach(async () => {
    opened = await shippedGraph(engine);
  });

  afterEach(async () => {
    await opened.close();
  });

  const fund = (id: string, value: string, more: CaseRow = {}): CaseRow =>
    caseFund(id, { pairings: 'cases', from: '2016', to: '2022', value, ...more });
  const ours = { pairings: [casePairing('cases')], funds: [fund('ours', '100')] };
  const theirs = (...funds: CaseRow[]): { pairings: CaseRow[]; funds: CaseRow[] } => ({ pairings: [], funds });
  const made = async (): Promise<object[]> =>
    databaseOf(opened, pairings)
      .read<{
        discrepancy: { id: string; kind: string; text: string; textZh: string; difference: number };
        discrepancyRecord: { discrepancy: string; type: string; record: string; place: number };
        recordPairing: { record: string; pairing: string };
      }>()
      .selectFrom('discrepancy')
      .innerJoin('discrepancyRecord as side', 'side.discrepancy', 'discrepancy.id')
      .innerJoin('recordPairing as link', 'link.record', 'discrepancy.id')
      .select(['kind', 'text', 'textZh', 'difference', 'side.type', 'side.record', 'link.pairing'])
      .where('kind', '=', 'CONFLICTING_REPORTS')
      .orderBy('side.place')
      .execute();

  test('makes a discrepancy of reports of two data sets that disagree, and takes it back with either', async () => {
    await importCases(opened.graph, ours);
    await importCases(opened.graph, theirs(fund('theirs', '60', { sources: 'd-early#1' })), 'theirs');
    const discrepancy = {
      kind: 'CONFLICTING_REPORTS',
      text: 'Documents give different numbers for the same thing: 100 yuan; 60 yuan.',
      textZh: '不同文献对同一事项的数字不一：100元；60元。',
      difference: 40,
      type: 'Fund',
      pairing: 'cases',
    };
    const both = ['ours', 'theirs'].map((record) => ({ ...discrepancy, record }));
    expect(await made()).toEqual(both);

    await importCases(opened.graph, { ...ours, funds: [fund('ours', '60')] });
    expect(await made()).toEqual([]);

    await importCases(opened.graph, ours);
    expect(await made()).toEqual(both);

    await importCases(opened.graph, theirs(fund('other', '60', { purpose: 'roads' })), 'theirs');
    expect(await made()).toEqual([]);
  });

  test('finds no conflict where one document has both numbers, or bounds allow for both', async () => {
    await importCases(opened.graph, {
      ...ours,
      funds: [
        fund('a', '100'),
        fund('b', '60'),
        fund('c', '50', { purpose: 'roads', bound: 'AT_LEAST' }),
        fund('d', '80', { purpose: 'roads', sources: 'd-early#1' }),
      ],
    });
    expect(await made()).toEqual([]);
  });

  test('says which rows overlap with others, also in a dry run', async () => {
    await importCases(opened.graph, ours);
    const folder = casesFolder(
      theirs(
        fund('copy', '100', { sources: 'd-early#1' }),
        fund('rival', '60', { sources: 'd-early#1' }),
        fund('earlier', '40', { to: '2020' }),
        fund('larger', '400', { to: '2020', purpose: 'roads' }),
        fund('across', '40', { from: '2018', to: '2024' }),
        fund('apart', '40', { kind: 'SOCIAL' }),
      ),
      'theirs',
    );
    const { overlaps } = await dryRun(opened.graph, folder);
    const overlap = (line: number, row: string, reason: string, by: string): object => ({
      reason,
      rows: 1,
      first: [{ file: 'funds.csv', line, row, by }],
    });
    expect(overlaps).toEqual([
      overlap(3, 'rival', 'INDISTINCT', 'copy'),
      overlap(4, 'earlier', 'SUPERSEDED', 'copy'),
      overlap(5, 'larger', 'CONTRADICTED', 'copy'),
      overlap(6, 'across', 'OVERLAPPING', 'copy'),
    ]);
  });
});
