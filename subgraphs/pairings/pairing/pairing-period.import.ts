import { described, oneOf, optional, reference, type Values } from '../../../platform/import/columns.js';
import {
  tableImport,
  type CheckedRow,
  type EntityRows,
  type ImportContext,
  type RowProblem,
  type RowWarning,
  type WarningContext,
} from '../../../platform/import/table.js';
import { csvTable } from '../../../vocabulary/chinese/table.js';
import { Confidence } from '../../../vocabulary/figure/confidence.js';
import { Bound } from '../../../vocabulary/figure/figure.js';
import type { PartialDate } from '../../../vocabulary/figure/partial-date.js';
import {
  daysOfSpan,
  noteColumns,
  partialDateColumn,
  sourcesColumn,
  spanProblems,
} from '../../../vocabulary/record/columns.js';
import { linkRows } from '../../../vocabulary/record/record-import.js';
import { closedEnds, oddYears, type RowSpan } from '../../../vocabulary/warning/span-warnings.js';
import { spanCells } from '../../../vocabulary/written/span-cells.js';
import { PairingPeriod } from './pairing-period.entity.js';
import { PeriodEnd } from './period-end.js';

const periodTable = csvTable({
  file: 'pairing_periods.csv',
  description: 'A span in which a pairing holds by one decision.',
  columns: {
    pairing: described('The pairing that the span is of', reference('pairings.csv')),
    round: described('The round that it is of', optional(reference('rounds.csv'))),
    from: described('First day; empty where the source gives no start', optional(partialDateColumn)),
    fromBound: described(
      'Whether it began on that day (EXACT) or no earlier (AT_LEAST)',
      optional(oneOf({ EXACT: Bound.EXACT, AT_LEAST: Bound.AT_LEAST })),
    ),
    to: described('The day after the last; empty where no end is reported', optional(partialDateColumn)),
    end: described('Why it ended, or is to end', optional(oneOf(PeriodEnd))),
    supersededBy: described('The round whose list took its place', optional(reference('rounds.csv'))),
    endedBefore: described('By when it had ended, where `to` is unknown', optional(partialDateColumn)),
    parent: described('The pairing that it is part of in this span', optional(reference('pairings.csv'))),
    basis: described('The document that set the span', optional(reference('documents.csv'))),
    confidence: described('On how many independent texts it rests', optional(oneOf(Confidence))),
    ...noteColumns,
    sources: described('Where it is printed', sourcesColumn),
    fromSources: described('Which of them date the beginning; all when left empty', optional(sourcesColumn)),
    toSources: described('Which of them date the end; all when left empty', optional(sourcesColumn)),
  },
  key: ({ pairing, from, round }) => [`${pairing}@${from?.date ?? 'unknown'}`, round ?? []].flat().join('@'),
  isShared: true,
  days: { own: daysOfSpan, dates: ({ pairing }) => ({ file: 'pairings.csv', id: pairing }) },
  check: (row) => [...spanProblems(row), ...endProblems(row)],
  written: (cells) => spanCells(cells, false),
});

type PeriodRow = Values<typeof periodTable.columns>;

interface RowEnd {
  readonly to: PartialDate | null;
  readonly end: PeriodEnd | null;
  readonly endedBefore: PartialDate | null;
  readonly supersededBy: string | null;
}

/** Ends whose reason does not fit what is told of them. */
function endProblems({ to, end, endedBefore, supersededBy }: RowEnd): RowProblem[] {
  const problem = (column: string, found: string, expected: string): RowProblem => ({ column, found, expected });
  return [
    ...(end !== null && to === null ? [problem('to', 'no end', `one, or \`unknown\`, since \`end\` is ${end}`)] : []),
    ...((end === 'ENDED_BEFORE') === (endedBefore !== null)
      ? []
      : [
          problem('endedBefore', endedBefore?.date ?? 'nothing', 'a date where `end` is ENDED_BEFORE, and there alone'),
        ]),
    ...(supersededBy === null || end === 'SUPERSEDED'
      ? []
      : [problem('supersededBy', supersededBy, 'nothing, since `end` is not SUPERSEDED')]),
  ];
}

const periodRows = (rows: readonly PeriodRow[], { dataset }: ImportContext): EntityRows[] => {
  // Each data set has a row of its own of what may be one period.
  const withIds = rows.map((row) => ({ ...row, id: `${periodTable.key(row)}@${dataset}` }));
  return [
    {
      entity: PairingPeriod,
      refersTo: [
        { column: 'pairingId', file: 'pairings.csv' },
        { column: 'parentId', file: 'pairings.csv' },
        { column: 'basisId', file: 'documents.csv' },
        { column: 'roundId', file: 'rounds.csv' },
        { column: 'supersededById', file: 'rounds.csv' },
      ],
      rows: withIds.map(({ id, pairing, round, from, to, endedBefore, supersededBy, parent, basis, ...row }) => ({
        id,
        pairingId: pairing,
        roundId: round,
        fromDate: from?.date ?? null,
        fromPrecision: from?.precision ?? null,
        fromBound: row.fromBound,
        toDate: to?.date ?? null,
        toPrecision: to?.precision ?? null,
        end: row.end,
        endedBeforeDate: endedBefore?.date ?? null,
        endedBeforePrecision: endedBefore?.precision ?? null,
        supersededById: supersededBy,
        parentId: parent,
        basisId: basis,
        confidence: row.confidence,
        note: row.note,
        noteZh: row.noteZh,
      })),
    },
    ...linkRows([
      ...withIds,
      // No id has a slash.
      ...withIds.flatMap(({ id, fromSources, toSources }) => [
        { id: `${id}/from`, sources: fromSources ?? [] },
        { id: `${id}/to`, sources: toSources ?? [] },
      ]),
    ]),
  ];
};

/** A decision may set an end that is to come. */
const periodWarnings = (rows: readonly CheckedRow<RowSpan>[], { today }: WarningContext): RowWarning[] =>
  rows.flatMap(({ line, values }) =>
    [...closedEnds(values), ...oddYears(values, today, true)].map((problem) => ({ line, ...problem })),
  );

export const pairingPeriodImport = tableImport(periodTable, 'pairingPeriod', periodRows, { warnings: periodWarnings });
