import { hash } from 'node:crypto';

import type { DerivationInput, Derived } from '../../../platform/import/derivation.js';
import { rowsWhere } from '../../../platform/sql.js';
import { madeBy, madeEnding, type MadeFor } from '../../../platform/visibility/made-rows.js';
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
  { database, dataset, tables, rolesOf }: Pick<DerivationInput, 'database' | 'dataset' | 'tables' | 'rolesOf'>,
  found: readonly FoundConflicts[],
): Promise<Derived['replaced']> {
  const ids = found.flatMap(({ conflicts }) => conflicts.flatMap(({ records }) => records.map(({ id }) => id)));
  const stored = await rowsWhere<DiscrepancyRecord>(database, 'discrepancyRecord', 'record', ids);
  const named: { discrepancy: string; record: string; roles: readonly string[] }[] = [
    ...stored
      .filter((each) => each.dataset !== dataset && !each.dataset.startsWith(madeBy))
      .map(({ discrepancy, record, dataset: other }) => ({ discrepancy, record, roles: rolesOf(other) })),
    ...(tables.get('discrepancies.csv')?.rows ?? []).flatMap(({ values }) =>
      (values['between'] as readonly { readonly record: string }[]).map(({ record }) => ({
        discrepancy: String(values['id']),
        record,
        roles: rolesOf(dataset),
      })),
    ),
  ];
  const discrepanciesOf = Map.groupBy(named, ({ record }) => record);
  /** The roles that may see each of the discrepancies that name records. */
  const namedFor = (records: readonly Reported[]): readonly (readonly string[])[] => {
    const [first = [], ...others] = records.map(({ id }) => discrepanciesOf.get(id) ?? []);
    return first
      .filter(({ discrepancy }) => others.every((each) => each.some((other) => other.discrepancy === discrepancy)))
      .map(({ roles }) => roles);
  };
  return found.flatMap(({ type, conflicts, pairings, sources }) => {
    const taken = new Set<string>();
    const made = conflicts.flatMap(({ madeFor, ...conflict }) => {
      const audience = withoutNamed(madeFor, namedFor(conflict.records));
      if (audience === null) {
        return [];
      }
      const ending = madeEnding(audience);
      // Several may find one conflict of the same records, none of whom sees what is made for another.
      const [plain, own] = [idOf(type, conflict.records), idOf(type, conflict.records, ending)];
      const id = taken.has(plain) ? own : plain;
      taken.add(id);
      return [{ ...conflict, id, made: `${madeBy}${type}${ending}` }];
    });
    const where = { dataset: { $like: `${madeBy}${type}%` } };
    const each = (rowsOf: (conflict: (typeof made)[number]) => readonly object[]): object[] =>
      made.flatMap((conflict) => rowsOf(conflict).map((row) => ({ ...row, dataset: conflict.made })));
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

/**
 * Who has the conflict made for them, of those who find it: not those who see a discrepancy that names it; null where all
 * do.
 */
function withoutNamed({ seen, hidden }: MadeFor, named: readonly (readonly string[])[]): MadeFor | null {
  const isSeenByAll = (roles: readonly string[]): boolean => seen.some((each) => each.join() === roles.join());
  const unseen = named.filter((roles) => !hidden.some((each) => each.join() === roles.join()));
  return unseen.some((roles) => roles.length === 0 || isSeenByAll(roles))
    ? null
    : { seen, hidden: [...hidden, ...new Map(unseen.map((roles) => [roles.join(), roles])).values()] };
}

const idOf = (type: string, records: readonly Reported[], ...more: readonly string[]): string =>
  `conflict-${hash('sha1', [type, ...records.map(({ id }) => id), ...more].join(' '), 'base64url').slice(0, 16)}`;

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
