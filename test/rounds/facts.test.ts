import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';

import { projectRoot } from '../../platform/config.js';
import { roundFacts } from '../../scripts/rounds/facts.js';
import { servedGraph } from '../support/gateway.js';

interface FactLine {
  readonly fact: string;
  readonly document: string;
  readonly table: string;
  readonly row: string;
}

const lines = parse(readFileSync(join(projectRoot, 'data/rounds/facts.csv')), {
  columns: true,
}) as unknown as FactLine[];

/** The root field that gives the row of a table. */
const rootFields: Readonly<Record<string, string>> = {
  'coverages.csv': 'coverage',
  'courses.csv': 'course',
  'discrepancies.csv': 'discrepancy',
  'documents.csv': 'document',
  'enterprises.csv': 'enterprise',
  'expert_exchanges.csv': 'expertExchange',
  'facilities.csv': 'facility',
  'funds.csv': 'fund',
  'outcomes.csv': 'outcome',
  'pairing_periods.csv': 'pairing',
  'placements.csv': 'placement',
  'programmes.csv': 'programme',
  'projects.csv': 'project',
  'provisions.csv': 'provision',
  'rounds.csv': 'round',
  'sales.csv': 'sale',
  'secondments.csv': 'secondment',
};

const sources = 'sources { document { id } }';

/** What is asked of a row: for a period that of its round. */
function selection(table: string): string {
  if (table === 'pairing_periods.csv') {
    return `periods { round { id } ${sources} }`;
  }
  return ['documents.csv', 'programmes.csv', 'rounds.csv'].includes(table) ? '' : sources;
}

const perRequest = 100;

describe('the facts of the rounds', () => {
  const { ask } = servedGraph('sqlite', {
    shipped: 'nation',
    environment: { MAX_ROOT_FIELDS: '200', MAX_ALIASES: '200', MAX_TOKENS: '10000', MAX_SELECTIONS: '5000' },
  });

  test('are all in a row', () => {
    const { programmes, rounds, documents, pairings, figures, conflicts } = roundFacts();
    const ids = [programmes, rounds, documents, pairings, figures, conflicts].map((facts) => facts.map(({ id }) => id));
    expect(lines.map(({ fact }) => fact)).toEqual(ids.flat());
    expect(lines.filter(({ row }) => row === '')).toEqual([]);
  });

  test.each([...new Set(lines.map(({ table }) => table))])(
    'in %s are in the graph, with their sources',
    async (table) => {
      const held = lines.filter((line) => line.table === table);
      const missing: FactLine[] = [];
      for (let start = 0; start < held.length; start += perRequest) {
        const part = held.slice(start, start + perRequest);
        const fields = part.map(({ row }, place) => {
          const [id] = row.split('@');
          return `f${place}: ${rootFields[table]}(id: ${JSON.stringify(id)}) { id ${selection(table)} }`;
        });
        const { data, errors } = await ask(`{ ${fields.join(' ')} }`);
        expect(errors).toBeUndefined();
        missing.push(
          ...part.filter(({ row, document }, place) => {
            const found = JSON.stringify((data as Record<string, unknown>)[`f${place}`] ?? null);
            const [id, , round] = row.split('@');
            const named = [id, round ?? id, selection(table) === '' ? id : document];
            return named.some((each) => !found.includes(`"id":${JSON.stringify(each)}`));
          }),
        );
      }
      expect(missing).toEqual([]);
    },
  );
});
