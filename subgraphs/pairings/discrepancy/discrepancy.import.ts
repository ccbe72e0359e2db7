import {
  described,
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
import { say } from '../../../platform/import/message.js';
import { cellText, type Problem } from '../../../platform/import/problem.js';
import { tableImport } from '../../../platform/import/table.js';
import { csvTable } from '../../../vocabulary/chinese/table.js';
import { firstSource, numberColumn, sourcesColumn } from '../../../vocabulary/record/columns.js';
import { figureCells } from '../../../vocabulary/written/figure-cells.js';
import { linkRows } from '../../../vocabulary/record/record-import.js';
import { Unit } from '../../../vocabulary/figure/unit.js';
import { pairingTable } from '../../../vocabulary/pairing/pairing-table.js';
import { recordTables } from '../../../vocabulary/record/record-tables.js';
import { Discrepancy, DiscrepancyKind, DiscrepancyRecord } from './discrepancy.entity.js';

const files: Readonly<Record<string, string>> = { Pairing: pairingTable.file, ...recordTables };

/** A record of any subgraph: `Fund:xihu-xuanen-funds-2018`. */
const recordColumn: Column<{ type: string; record: string }> = {
  expected: say(
    `a type and an id such as "Fund:xihu-xuanen-funds-2018"; types are ${Object.keys(files).join(', ')}`,
    `类型和编号，如“Fund:xihu-xuanen-funds-2018”；类型有 ${Object.keys(files).join('、')}`,
  ),
  parse(cell) {
    const [, type = '', record = ''] = /^(\w+):([\w.@-]+)$/.exec(cell) ?? [];
    return Object.hasOwn(files, type) ? value({ type, record }) : problem(cell, this.expected);
  },
  resolve: ({ type, record }, find) => ({ type, record: find(record, [files[type] ?? '']) }),
};

const discrepancyTable = csvTable({
  file: 'discrepancies.csv',
  description: 'A point at which reports do not fit together.',
  columns: {
    id: described('Of your choice', id),
    kind: oneOf(DiscrepancyKind),
    text: described('What does not fit together, in English', text),
    textZh: described('The same in Chinese', text),
    difference: described('By how much, where it can be told', optional(numberColumn)),
    unit: described('Unit of the difference; empty where there is none', optional(oneOf(Unit))),
    region: described('The region it concerns', optional(reference('regions.csv'))),
    pairings: described('The pairings it concerns', list(reference('pairings.csv'))),
    between: described('The records that do not fit together', list(recordColumn)),
    sources: described('Where the reports are printed', sourcesColumn),
  },
  key: (row) => row.id,
  days: { source: firstSource },
  check: ({ difference, unit }) => differenceProblems(difference, unit),
  written: (cells, notes) => figureCells(cells, notes, { value: 'difference', unit: 'unit' }),
});

export const discrepancyImport = tableImport(discrepancyTable, 'discrepancy', (rows) => [
  {
    entity: Discrepancy,
    refersTo: [{ column: 'regionId', file: 'regions.csv' }],
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
    row: 'discrepancy',
    refersTo: Object.entries(files).map(([type, file]) => ({
      column: 'record',
      file,
      when: { column: 'type', value: type },
    })),
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
    const expected =
      difference === null
        ? say('nothing, since there is no difference', '留空，因为没有差额')
        : say('one, since there is a difference', '写明，因为有差额');
    return [{ column: 'unit', found: cellText(unit ?? ''), expected }];
  }
  return difference !== null && difference.low < difference.high
    ? [{ column: 'difference', found: say('a range', '两个数'), expected: say('one number', '一个数') }]
    : [];
}
