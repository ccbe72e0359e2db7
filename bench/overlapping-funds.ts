import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { stringify } from 'csv-stringify/sync';

import type { Graph } from '../platform/graph.js';
import { rowsWhere } from '../platform/sql.js';
import { subgraphOf } from './graph.js';

/** Funds of each generated pairing. */
const perPairing = 50;

/**
 * Writes a data set of generated funds and their pairings, and gives its folder. With `overlaps`, a fifth of the funds
 * stand to others in every way that totals know; without it, none does.
 */
export async function writeFunds(graph: Graph, count: number, overlaps: boolean): Promise<string> {
  const { database } = subgraphOf(graph, 'finance');
  const regions = await rowsWhere<{ id: string }>(database, 'regionRef', 'dataset', ['register'], 'id');
  const counties = regions.map(({ id }) => id).filter((id) => !id.endsWith('00'));
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-funds-'));
  const numbers = Array.from({ length: count / perPairing }, (_, number) => number);
  const county = (number: number): string => counties[number % counties.length] ?? '';
  const files = {
    'dataset.csv': [{ id: 'bench', title: 'Generated funds' }],
    'documents.csv': ['a', 'b'].map((id) => ({
      id: `bench-${id}`,
      kind: 'ARTICLE',
      title: '文',
      published: '2024-01-01',
    })),
    'programmes.csv': [{ id: 'bench', name: '对口' }],
    'pairings.csv': numbers.map((number) => ({
      id: `bench-${number}`,
      programme: 'bench',
      level: 'COUNTY',
      scope: 'INTER_PROVINCIAL',
      evidence: 'STATED',
      donor: county(number * 7),
      recipient: county(number * 7 + 1000),
      sources: 'bench-a#1',
    })),
    'funds.csv': numbers.flatMap((number) => fundsOf(number, numbers.length, overlaps)),
  };
  for (const [file, rows] of Object.entries(files)) {
    writeFileSync(join(folder, file), stringify(rows, { header: true }));
  }
  return folder;
}

function fundsOf(pairing: number, pairings: number, overlaps: boolean): object[] {
  const fund = (number: number, more: object): object => ({
    id: `bench-${String((pairing * 7919) % pairings)}-${number}`,
    pairings: `bench-${pairing}`,
    value: ((pairing * 31 + number * 17) % 1000) + 1,
    unit: 'YUAN',
    bound: 'EXACT',
    status: 'ACTUAL',
    basis: 'ANNUAL',
    from: 2015 + (number % 8),
    to: 2016 + (number % 8),
    includedIn: '',
    rank: '',
    kind: 'FISCAL',
    purpose: `purpose ${number}`,
    sources: 'bench-a#1',
    ...more,
  });
  const overlapping: readonly object[] = [
    { purpose: 'roads', value: 100 },
    { purpose: 'roads', value: 100, sources: 'bench-b#1' },
    { purpose: 'wells', value: 100 },
    { purpose: 'wells', value: 70, sources: 'bench-b#1' },
    { purpose: 'wells', value: 50, from: '2020-01', to: '2020-07' },
    { purpose: 'schools', value: 100, from: '2018', to: '2021' },
    { purpose: 'schools', value: 90, from: '2019', to: '2022' },
    { purpose: 'clinics', value: 100, pairings: `bench-${pairing};bench-${pairing ^ 1}` },
    { purpose: 'clinics', value: 60 },
    { purpose: 'clinics', value: 40, from: '', to: '' },
  ].map((more) => ({ from: 2020, to: 2021, ...more }));
  return Array.from({ length: perPairing }, (_, number) =>
    fund(number, (overlaps ? overlapping[number] : undefined) ?? {}),
  );
}
