import {
  id,
  list,
  oneOf,
  optional,
  problem,
  reference,
  text,
  value,
  type Column,
} from '../../../platform/import/columns.js';
import { found, type Problem } from '../../../platform/import/problem.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { numberColumn, sourcesColumn } from '../../../vocabulary/columns.js';
import { linkRows } from '../../../vocabulary/record-table.js';
import { Unit } from '../../../vocabulary/unit.js';
import { Discrepancy, DiscrepancyKind, DiscrepancyRecord } from './discrepancy.entity.js';
import { foreignRecords, ownRecords } from './record-types.js';

const files: Readonly<Record<string, string>> = { ...ownRecords, ...foreignRecords };

/** A record of any subgraph: `Fund:xihu-xuanen-funds-2018`. */
const recordColumn: Column<{ type: string; record: string }> = {
  expected: `a type and an id such as "Fund:xihu-xuanen-funds-2018"; types are ${Object.keys(files).join(', ')}`,
  parse(cell) {
    const [, type = '', record = ''] = /^(\w+):([\w.@-]+)$/.exec(cell) ?? [];
    return Object.hasOwn(files, type) ? value({ type, record }) : problem(cell, this.expected);
  },
  references: ({ type, record }) => [{ id: record, files: [files[type] ?? ''] }],
};

const discrepancyTable = csvTable({
  file: 'discrepancies.csv',
  description: 'A point at which reports do not fit together.',
  columns: {
    id,
    kind: oneOf(DiscrepancyKind),
    text,
    textZh: text,
    difference: optional(numberColumn),
    unit: optional(oneOf(Unit)),
    region: optional(reference('regions.csv')),
    pairings: list(reference('pairings.csv')),
    between: list(recordColumn),
    sources: sourcesColumn,
  },
  key: (row) => row.id,
  check: ({ difference, unit, between }) => [
    ...differenceProblems(difference, unit),
    ...between.filter(isRepeated).map(({ type, record }) => ({
      column: 'between',
      found: found(`${type}:${record}`),
      expected: 'each record once',
    })),
  ],
});

export const discrepancyImport = tableImport(discrepancyTable, 'discrepancy', (rows) => [
  {
    entity: Discrepancy,
    rows: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      text: row.text,
      textZh: row.textZh,
      difference: row.difference === null ? null : row.difference.low / 100,
      unit: row.unit,
      regionId: row.region,
    })),
  },
  {
    entity: DiscrepancyRecord,
    rows: rows.flatMap(({ id: discrepancy, between }) =>
      between.map((record, place) => ({ discrepancy, place, ...record })),
    ),
  },
  ...linkRows(rows.map((row) => ({ ...row, pairings: concerned(row) }))),
]);

/** The pairings that a discrepancy concerns: those it names, and those that it is between. */
function concerned({
  pairings,
  between,
}: {
  readonly pairings: readonly string[];
  readonly between: readonly { readonly type: string; readonly record: string }[];
}): string[] {
  const sides = between.filter(({ type }) => type === 'Pairing').map(({ record }) => record);
  return [...new Set([...pairings, ...sides])];
}

function differenceProblems(
  difference: { low: number; high: number } | null,
  unit: Unit | null,
): Pick<Problem, 'column' | 'found' | 'expected'>[] {
  if ((difference === null) !== (unit === null)) {
    const expected = difference === null ? 'nothing, since there is no difference' : 'one, since there is a difference';
    return [{ column: 'unit', found: found(unit ?? ''), expected }];
  }
  return difference !== null && difference.low < difference.high
    ? [{ column: 'difference', found: 'a range', expected: 'one number' }]
    : [];
}

function isRepeated(
  one: { readonly type: string; readonly record: string },
  place: number,
  all: readonly { readonly type: string; readonly record: string }[],
): boolean {
  return all.findIndex(({ type, record }) => type === one.type && record === one.record) < place;
}
