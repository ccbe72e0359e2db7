import type { Identified } from '../../../platform/page.js';
import { rowsWhere } from '../../../platform/sql.js';
import { sidesOfPairings, sources } from '../../../vocabulary/rows/readers.js';
import { citationFields } from '../../../vocabulary/rows/citation-fields.js';
import { onSideOf, partyFields } from '../../../vocabulary/rows/party-fields.js';
import { ofRow, own, type RowField, type RowFields } from '../../../vocabulary/rows/row-field.js';
import type { RowReader } from '../../../vocabulary/rows/row-page.js';
import { rowQuery } from '../../../vocabulary/rows/row-query.js';
import type { Programme } from '../programme/programme.entity.js';
import type { PairingPeriod } from './pairing-period.entity.js';
import type { Pairing } from './pairing.entity.js';
import { pairingType } from './pairing.type.js';

/** The programmes of pairings, by id. */
const programmes: RowReader<Pick<Pairing, 'programmeId'>, Programme> = {
  read: async ({ database }, rows) => {
    const found = await rowsWhere<Programme>(
      database,
      'programme',
      'id',
      rows.map(({ programmeId }) => programmeId),
    );
    return Map.groupBy(found, ({ id }) => id);
  },
};

/** The periods of pairings, by pairing. */
const periods: RowReader<Identified, PairingPeriod> = {
  read: async ({ database }, rows) => {
    const ids = rows.map(({ id }) => id);
    const found = await rowsWhere<PairingPeriod>(database, 'pairingPeriod', 'pairingId', ids, 'fromDate');
    return Map.groupBy(found, ({ pairingId }) => pairingId);
  },
};

const programmeName = (cell: 'name' | 'nameEn', description: string): RowField<Pick<Pairing, 'programmeId'>> => ({
  type: 'String',
  description,
  reads: [programmes],
  value: ({ programmeId }, page) => page.of(programmes, programmeId)[0]?.[cell] ?? null,
});

/** What a pairing is. */
export type PairingKind = Pick<Pairing, 'level' | 'scope' | 'evidence' | 'programmeId' | 'parentId'>;

/** The columns of what a pairing is: its level, its programme and its sides. `pairingOf` is its id. */
export function kindFields<Row extends Identified & PairingKind>(pairingOf: (row: Row) => string): RowFields<Row> {
  const sides = sidesOfPairings(pairingOf);
  return {
    level: ofRow('String', 'Between which kinds of parties it is (层级).', ({ level }) => level),
    scope: ofRow('String', 'Whether it crosses a provincial border (是否跨省).', ({ scope }) => scope),
    evidence: ofRow('String', 'Whether its source states it or only implies it (依据).', ({ evidence }) => evidence),
    programmeId: ofRow('String', 'The id of its programme (协作计划).', ({ programmeId }) => programmeId),
    programmeName: programmeName('name', 'The Chinese name of its programme.'),
    programmeNameEn: programmeName('nameEn', 'The English name of its programme.'),
    parentId: ofRow('String', 'The id of the pairing that it is part of (上级结对).', ({ parentId }) => parentId),
    ...partyFields('donor', 'Who helps (帮扶方)', onSideOf(sides, 'DONOR', pairingOf)),
    ...partyFields('recipient', 'Who is helped (受帮扶方)', onSideOf(sides, 'RECIPIENT', pairingOf)),
  };
}

const fields: RowFields<Pairing> = {
  id: own('id', 'The pairing’s id (编号), stable.', 'ID'),
  ...kindFields<Pairing>(({ id }) => id),
  since: {
    type: 'Date',
    description: 'The first day of its first dated period (起始日); null where no source dates one.',
    reads: [periods],
    value: ({ id }, page) => first(page.of(periods, id).map(({ fromDate }) => fromDate)),
  },
  until: {
    type: 'Date',
    description: 'The day after its last period (截止日); null where no end is reported.',
    reads: [periods],
    value: ({ id }, page) => {
      const ends = page.of(periods, id).map(({ toDate }) => toDate);
      return ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
    },
  },
  periods: {
    type: 'Int',
    description: 'In how many periods, each set by one decision (轮次).',
    reads: [periods],
    value: ({ id }, page) => page.of(periods, id).length,
  },
  ...citationFields(sources),
  note: own('note', 'What the source leaves open, in English; null where it is clear.'),
  noteZh: own('noteZh', 'The same in Chinese (备注).'),
  dataset: own('dataset', 'The data set that it came with (数据集).'),
};

const first = (days: readonly (string | null)[]): string | null =>
  days.filter((day) => day !== null).toSorted()[0] ?? null;

/** The root field `pairingRows`. */
export const pairingRows = rowQuery(pairingType, 'pairings', fields);
