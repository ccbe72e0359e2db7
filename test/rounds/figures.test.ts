import { describe, expect, test } from '@jest/globals';

import { roundFacts, type Figure } from '../../scripts/rounds/facts.js';
import { measureOf } from '../../scripts/rounds/figures.js';
import { units } from '../../scripts/rounds/measures.js';
import { servedGraph } from '../support/gateway.js';

/** The list that has the records of a table. */
const listOf = (table: string): string =>
  table.replace('.csv', '').replace(/_(.)/g, (_match, letter: string) => letter.toUpperCase());

interface Reported {
  readonly id: string;
  readonly confidence: string;
  readonly status: string;
  readonly figure: {
    readonly value: number;
    readonly unit: string;
    readonly bound: string;
    readonly basis: string;
    readonly from: { readonly date: string | null } | null;
    readonly to: { readonly date: string | null } | null;
  };
}

const day = (date: string): string | null => (date === 'unknown' ? null : `${date}-01-01`.slice(0, 10));

/** The first day after a closed span. */
function dayAfter(date: string): string {
  const [year, month] = date.split('-').map(Number) as [number, number?];
  return new Date(Date.UTC(year, month ?? 12, 1)).toISOString().slice(0, 10);
}

const told = ({ id, value, unit, bound, basis, period, confidence }: Figure): object => ({
  id,
  confidence: confidence === 'text' ? 'ONE_TEXT' : 'TWO_TEXTS',
  value,
  unit: units[unit] ?? unit,
  bound,
  basis: basis === 'PLANNED' ? 'CUMULATIVE' : basis,
  from: day(period.from.date),
  to: dayAfter(period.to.date),
});

const given = ({ id, confidence, figure }: Reported): object => ({
  id,
  confidence,
  value: figure.value,
  unit: figure.unit,
  bound: figure.bound,
  basis: figure.basis,
  from: figure.from?.date ?? null,
  to: figure.to?.date ?? null,
});

const { figures } = roundFacts();
const byTable = Map.groupBy(figures, (figure) => measureOf(figure).table);

describe('the figures of the nation', () => {
  const { ask } = servedGraph('sqlite', { shipped: 'nation', environment: { MAX_COST: '1000000' } });

  test('are 220', () => {
    expect(figures.length).toBe(220);
  });

  test.each([...byTable])('in %s are those of the facts', async (table, ofTable) => {
    const { data, errors } = await ask(/* GraphQL */ `
      {
        records: ${listOf(table)}(first: 500) {
          nodes {
            id
            confidence
            figure { value unit bound basis from { date } to { date } }
          }
        }
      }
    `);
    expect(errors).toBeUndefined();
    const ids = new Set(ofTable.map(({ id }) => id));
    const { nodes } = (data as { records: { nodes: Reported[] } }).records;
    const byId = (one: object, other: object): number => ((one as Figure).id < (other as Figure).id ? -1 : 1);
    expect(nodes.filter(({ id }) => ids.has(id)).map(given)).toEqual(ofTable.map(told).toSorted(byId));
  });
});
