import { described, oneOf, optional, reference, type Values } from '../../../platform/import/columns.js';
import {
  tableImport,
  type CheckedRow,
  type EntityRows,
  type ImportContext,
  type RowWarning,
  type WarningContext,
} from '../../../platform/import/table.js';
import { csvTable } from '../../../vocabulary/chinese/table.js';
import { daysOfSpan, partialDateColumn, sourcesColumn, spanProblems } from '../../../vocabulary/record/columns.js';
import { Bound } from '../../../vocabulary/figure/figure.js';
import { pairingTable, type PairingRow, type PartyKind } from '../../../vocabulary/pairing/pairing-table.js';
import { spanCells } from '../../../vocabulary/written/span-cells.js';
import { linkRows, parties, partyRows } from '../../../vocabulary/record/record-import.js';
import { closedEnds, oddYears, type RowSpan } from '../../../vocabulary/warning/span-warnings.js';
import { PairingPeriod } from './pairing-period.entity.js';
import { Pairing } from './pairing.entity.js';
import { pairingWarnings } from './pairing.warnings.js';
import { CountedParties } from './side.js';

const pairingRows = (rows: readonly PairingRow[], context: ImportContext): EntityRows[] => [
  {
    entity: Pairing,
    refersTo: [
      { column: 'programmeId', file: 'programmes.csv' },
      { column: 'parentId', file: 'pairings.csv' },
    ],
    rows: rows.map(({ id, level, scope, evidence, note, programme, parent }) => ({
      id,
      level,
      scope,
      evidence,
      note,
      programmeId: programme,
      parentId: parent,
    })),
  },
  parties(
    rows.flatMap(({ id, donor, recipient }) => [
      ...partyRows(id, 'DONOR', donor, context),
      ...partyRows(id, 'RECIPIENT', recipient, context),
    ]),
  ),
  {
    entity: CountedParties,
    row: 'pairingId',
    refersTo: [{ column: 'regionId', file: 'regions.csv' }],
    rows: rows.flatMap(({ id, donorCounted, recipientCounted }) => [
      ...donorCounted.map((each, place) => ({ pairingId: id, role: 'DONOR', place, ...countedColumns(each) })),
      ...recipientCounted.map((each, place) => ({
        pairingId: id,
        role: 'RECIPIENT',
        place,
        ...countedColumns(each),
      })),
    ]),
  },
  ...linkRows(rows.map(({ id, sources }) => ({ id, sources }))),
];

export const pairingImport = tableImport(pairingTable, 'pairing', pairingRows, { warnings: pairingWarnings });

function countedColumns({
  count,
  kind,
  region,
}: {
  count: number | null;
  kind: PartyKind;
  region: string | null;
}): object {
  return { count, kind, regionId: region };
}

const periodTable = csvTable({
  file: 'pairing_periods.csv',
  description: 'A span in which a pairing holds by one decision.',
  columns: {
    pairing: described('The pairing that the span is of', reference('pairings.csv')),
    from: described('First day; empty where the source gives no start', optional(partialDateColumn)),
    fromBound: described(
      'Whether it began on that day (EXACT) or no earlier (AT_LEAST)',
      optional(oneOf({ EXACT: Bound.EXACT, AT_LEAST: Bound.AT_LEAST })),
    ),
    to: described('The day after the last; empty where no end is reported', optional(partialDateColumn)),
    basis: described('The document that set the span', optional(reference('documents.csv'))),
    sources: described('Where it is printed', sourcesColumn),
  },
  key: ({ pairing, from }) => `${pairing}@${from?.date ?? 'unknown'}`,
  days: { own: daysOfSpan, dates: ({ pairing }) => ({ file: 'pairings.csv', id: pairing }) },
  check: spanProblems,
  written: (cells) => spanCells(cells, false),
});

const periodRows = (rows: readonly Values<typeof periodTable.columns>[]): EntityRows[] => {
  const withIds = rows.map((row) => ({ ...row, id: periodTable.key(row) }));
  return [
    {
      entity: PairingPeriod,
      refersTo: [
        { column: 'pairingId', file: 'pairings.csv' },
        { column: 'basisId', file: 'documents.csv' },
      ],
      rows: withIds.map(({ id, pairing, from, fromBound, to, basis }) => ({
        id,
        pairingId: pairing,
        fromDate: from?.date ?? null,
        fromPrecision: from?.precision ?? null,
        fromBound,
        toDate: to?.date ?? null,
        toPrecision: to?.precision ?? null,
        basisId: basis,
      })),
    },
    ...linkRows(withIds),
  ];
};

/** A decision may set an end that is to come. */
const periodWarnings = (rows: readonly CheckedRow<RowSpan>[], { today }: WarningContext): RowWarning[] =>
  rows.flatMap(({ line, values }) =>
    [...closedEnds(values), ...oddYears(values, today, true)].map((problem) => ({ line, ...problem })),
  );

export const pairingPeriodImport = tableImport(periodTable, 'pairingPeriod', periodRows, { warnings: periodWarnings });
