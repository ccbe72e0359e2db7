import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';

import { projectRoot } from '../../platform/config.js';
import { servedGraph } from '../support/gateway.js';

interface FactLine {
  readonly fact: string;
  readonly document: string;
  readonly paragraph: string;
  readonly table: string;
  readonly row: string;
  readonly reason: string;
}

const lines = parse(readFileSync(join(projectRoot, 'data/articles/facts.csv')), {
  columns: true,
}) as unknown as FactLine[];

/** The root field that gives the row of a table. */
const rootFields: Readonly<Record<string, string>> = {
  'courses.csv': 'course',
  'discrepancies.csv': 'discrepancy',
  'documents.csv': 'document',
  'exchanges.csv': 'exchange',
  'expert_exchanges.csv': 'expertExchange',
  'funds.csv': 'fund',
  'job_fairs.csv': 'jobFair',
  'job_offers.csv': 'jobOffer',
  'outcomes.csv': 'outcome',
  'pairing_periods.csv': 'pairing',
  'pairings.csv': 'pairing',
  'placements.csv': 'placement',
  'projects.csv': 'project',
  'provisions.csv': 'provision',
  'sales.csv': 'sale',
  'secondments.csv': 'secondment',
  'stations.csv': 'station',
};

const sources = 'sources { paragraph document { id } }';

/** What is asked of the row of a line: its sources, where its type has them. */
function selection(table: string): string {
  return table === 'documents.csv' ? 'id' : table === 'pairing_periods.csv' ? `periods { ${sources} }` : sources;
}

describe('the facts of the articles', () => {
  const { ask } = servedGraph('sqlite', {
    environment: { MAX_ROOT_FIELDS: '200', MAX_ALIASES: '200', MAX_TOKENS: '5000', MAX_SELECTIONS: '5000' },
  });

  test('are 385, each in a row or left out for a reason', () => {
    expect(new Set(lines.map(({ fact }) => fact)).size).toBe(385);
    expect(lines.filter(({ row, reason }) => (row === '') === (reason === ''))).toEqual([]);
    expect(lines.filter(({ reason }) => reason !== '').map(({ fact }) => fact)).toEqual(['s4-009']);
  });

  test.each([...new Set(lines.map(({ table }) => table))].filter((table) => table !== ''))(
    'in %s are in the graph, printed where the rows say',
    async (table) => {
      const held = lines.filter((line) => line.table === table);
      const fields = held.map(({ row }, place) => {
        const [id] = row.split('@');
        return `f${place}: ${rootFields[table]}(id: ${JSON.stringify(id)}) { ${selection(table)} }`;
      });
      const { data, errors } = await ask(`{ ${fields.join(' ')} }`);
      expect(errors).toBeUndefined();
      const missing = held.filter(({ document, paragraph }, place) => {
        const row = (data as Record<string, object | null>)[`f${place}`];
        const place1 = JSON.stringify({ paragraph: Number(paragraph), document: { id: document } });
        return row == null || (table !== 'documents.csv' && !JSON.stringify(row).includes(place1));
      });
      expect(missing).toEqual([]);
    },
  );
});
