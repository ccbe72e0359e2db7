import type { Graph } from '../../platform/graph.js';
import { importFolder } from '../../platform/import/import-folder.js';
import { dataFolder, datasetFile, tableLines } from './data-folder.js';

/** A row of a CSV table by column, what is not given being empty. */
export type CaseRow = Readonly<Record<string, string>>;

/** Pairings and funds of a data set of a test's own. */
export interface FundRows {
  readonly pairings: readonly CaseRow[];
  readonly funds: readonly CaseRow[];
}

const documents: readonly CaseRow[] = [
  { id: 'd-early', published: '2021-03-01' },
  { id: 'd-late', published: '2023-06-01' },
  { id: 'd-undated' },
].map((row) => ({ kind: 'ARTICLE', title: '文', ...row }));

/** A pairing of Guangdong with Guangxi, in a programme of the cases. */
export const casePairing = (id: string, more: CaseRow = {}): CaseRow => ({
  id,
  programme: 'cases',
  level: 'PROVINCE',
  scope: 'INTER_PROVINCIAL',
  evidence: 'STATED',
  donor: '广东省',
  recipient: '广西壮族自治区',
  sources: 'd-late#1',
  ...more,
});

/** Fiscal money of all time, done. */
export const caseFund = (id: string, more: CaseRow): CaseRow => ({
  id,
  unit: 'YUAN',
  bound: 'EXACT',
  status: 'ACTUAL',
  basis: 'CUMULATIVE',
  kind: 'FISCAL',
  sources: 'd-late#1',
  ...more,
});

/** The folder of a data set with documents and a programme of the cases. */
export const casesFolder = ({ pairings, funds }: FundRows, dataset = 'cases'): string =>
  dataFolder({
    'dataset.csv': datasetFile(dataset),
    ...(dataset === 'cases'
      ? {
          'documents.csv': tableLines('documents.csv', documents),
          'programmes.csv': tableLines('programmes.csv', [
            { id: 'cases', name: '对口' },
            { id: 'other', name: '协作' },
          ]),
        }
      : {}),
    ...(pairings.length > 0 ? { 'pairings.csv': tableLines('pairings.csv', pairings) } : {}),
    'funds.csv': tableLines('funds.csv', funds),
  });

/** Imports such a data set. */
export const importCases = (graph: Graph, rows: FundRows, dataset?: string): Promise<unknown> =>
  importFolder(graph, casesFolder(rows, dataset));
