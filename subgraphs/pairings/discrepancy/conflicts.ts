import { hash } from 'node:crypto';

import { madeBy, type DerivationInput, type Derived } from '../../../platform/import/derivation.js';
import { rowsWhere } from '../../../platform/sql.js';
import { figureText } from '../../../vocabulary/figure/figure-text.js';
import { SourceEntity } from '../../../vocabulary/figure/source-ref.js';
import { RecordPairingEntity } from '../../../vocabulary/pairing/pairing-ref.js';
import { figureOf, type Reported } from '../../../vocabulary/record/reported.js';
import type { FoundConflicts } from '../../../vocabulary/scope/derivation.js';
import { Discrepancy, DiscrepancyKind, DiscrepancyRecord } from './discrepancy.entity.js';

/**
 * Makes discrepancies of the conflicts that an import finds among records of a type, in place of those it made before. One
 * that the data name themselves is not made.
 */
export async function conflictDiscrepancies(
  { database, dataset, tables }: Pick<DerivationInput, 'database' | 'dataset' | 'tables'>,
  found: readonly FoundConflicts[],
): Promise<Derived['replaced']> {
  const ids = found.flatMap(({ conflicts }) => conflicts.flatMap(({ records }) => records.map(({ id }) => id)));
  const stored = await rowsWhere<DiscrepancyRecord>(database, 'discrepancyRecord', 'record', ids);
  const named: { discrepancy: string; record: string }[] = [
    ...stored.filter((each) => each.dataset !== dataset && !each.dataset.startsWith(madeBy)),
    ...(tables.get('discrepancies.csv')?.rows ?? []).flatMap(({ values }) =>
      (values['between'] as readonly { readonly record: string }[]).map(({ record }) => ({
        discrepancy: String(values['id']),
        record,
      })),
    ),
  ];
  const discrepanciesOf = Map.groupBy(named, ({ record }) => record);
  const isNamed = (records: readonly Reported[]): boolean => {
    const [first = [], ...others] = records.map(({ id }) =>
      (discrepanciesOf.get(id) ?? []).map(({ discrepancy }) => discrepancy),
    );
    return first.some((discrepancy) => others.every((each) => each.includes(discrepancy)));
  };
  return found.flatMap(({ type, conflicts, pairings, sources }) => {
    const made = conflicts
      .filter(({ records }) => !isNamed(records))
      .map((conflict) => ({ ...conflict, id: idOf(type, conflict.records) }));
    const where = { dataset: `${madeBy}${type}` };
    const each = (rowsOf: (conflict: (typeof made)[number]) => readonly object[]): object[] =>
      made.flatMap((conflict) => rowsOf(conflict).map((row) => ({ ...row, ...where })));
    return [
      { entity: Discrepancy, where, rows: each((conflict) => [discrepancyOf(conflict)]) },
      {
        entity: DiscrepancyRecord,
        where,
        rows: each(({ id, records }) =>
          records.map((record, place) => ({ discrepancy: id, place, type, record: record.id })),
        ),
      },
      {
        entity: RecordPairingEntity,
        where,
        rows: each(({ id, records }) =>
          [...new Set(records.flatMap((record) => pairings.get(record.id) ?? []))].map((pairing) => ({
            record: id,
            pairing,
          })),
        ),
      },
      {
        entity: SourceEntity,
        where,
        rows: each(({ id, records }) =>
          records
            .flatMap((record) => sources.get(record.id) ?? [])
            .map(({ document, paragraph }, place) => ({ record: id, place, document, paragraph })),
        ),
      },
    ];
  });
}

const idOf = (type: string, records: readonly Reported[]): string =>
  `conflict-${hash('sha1', [type, ...records.map(({ id }) => id)].join(' '), 'base64url').slice(0, 16)}`;

function discrepancyOf({
  id,
  records,
  difference,
}: {
  id: string;
  records: readonly Reported[];
  difference: number;
}): object {
  const texts = (language: 'EN' | 'ZH'): string[] => [
    ...new Set(records.flatMap((record) => figureOf(record) ?? []).map((figure) => figureText(figure, language))),
  ];
  return {
    id,
    kind: DiscrepancyKind.CONFLICTING_REPORTS,
    text: `Documents give different numbers for the same thing: ${texts('EN').join('; ')}.`,
    textZh: `不同文献对同一事项的数字不一：${texts('ZH').join('；')}。`,
    difference: difference / 100,
    unit: records[0]?.unit ?? null,
    regionId: null,
  };
}
