import { sql, type AliasableExpression } from 'kysely';
import { ArgsType, Field } from 'type-graphql';

import { column, type FilterField } from '../../../platform/filter.js';
import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import type { RowOrder } from '../../../platform/page.js';
import { eb } from '../../../platform/sql.js';
import type { SideRole } from '../../../vocabulary/pairing/pairing-ref.js';
import { filterOf, part, type FilterPart } from '../../../vocabulary/record/filter.js';
import { BooleanFilter, IntFilter } from '../../../vocabulary/record/filter-inputs.js';
import type { StoredType } from '../../../vocabulary/record/repository.js';
import { pairingFilter } from '../pairing/pairing.type.js';
import { pairingYears } from './pairing-years.js';

const PairingYearOrder = describedEnum(
  'PairingYearOrder',
  'The order of the years of pairings. Equal ones are in the order of pairings and years.',
  {
    PAIRING: ['by pairing', '按结对', 'By the id of the pairing, the earliest year first.'],
    YEAR_ASC: ['earliest year first', '从早到晚', 'The earliest year first.'],
    YEAR_DESC: ['latest year first', '从晚到早', 'The latest year first.'],
    LEVEL: ['by level', '按层级', 'By the name of the level.'],
    PROGRAMME: ['by programme', '按帮扶项目', 'By the id of the programme.'],
    DONOR: ['by donor', '按帮扶方', 'By the code of the region that helps; those without one come last.'],
    RECIPIENT: ['by recipient', '按受帮扶方', 'By the code of the region that is helped; those without one come last.'],
  },
);
type PairingYearOrder = EnumValue<typeof PairingYearOrder>;

/** A field of a filter that asks for the pairing of the year. */
function ofPairing(name: string): FilterPart {
  const asked = pairingFilter.parts[name];
  if (!asked) {
    throw new TypeError(`Pairings have no filter ${name}.`);
  }
  const condition = asked.field ?? column(`row.${name}`);
  const field: FilterField = (operators, path) =>
    eb('row.pairing', 'in', eb.selectFrom('pairing as row').select('row.id').where(condition(operators, path)));
  return { ...asked, field };
}

const filter = filterOf('PairingYearsFilter', 'Which years of pairings a list has.', {
  year: part(IntFilter, 'The year.'),
  confirmed: part(
    BooleanFilter,
    'Whether the pairing is known to have held in the year.',
    column('row.confirmed', (_path, value) => (value === true ? 1 : 0)),
  ),
  ...Object.fromEntries(
    [
      'pairing',
      'programme',
      'level',
      'scope',
      'donor',
      'recipient',
      'donorCounted',
      'recipientCounted',
      'donorBody',
      'recipientBody',
      'parent',
      'round',
    ].map((name) => [name, ofPairing(name)]),
  ),
});

@ArgsType()
export class PairingYearArguments extends filter.listArguments {
  @Field(() => PairingYearOrder, { description: 'Which come first.' })
  override orderBy: PairingYearOrder = PairingYearOrder.PAIRING;
}

/** The code of the first region on a side. */
const codeOf = (side: SideRole): AliasableExpression<string> =>
  sql<string>`coalesce(${eb
    .selectFrom('pairingSide as side')
    .innerJoin('regionRef as region', 'region.id', 'side.region')
    .select('region.code')
    .whereRef('side.pairing', '=', 'row.pairing')
    .where('side.role', '=', sql.lit(side))
    .orderBy('side.place')
    .limit(sql.lit(1))}, '~')`;

const by = (expression: AliasableExpression<unknown>, isDescending = false): RowOrder => ({
  by: expression,
  isDescending,
});

const orders: Readonly<Partial<Record<PairingYearOrder, RowOrder>>> = {
  YEAR_ASC: by(sql.ref('row.year')),
  YEAR_DESC: by(sql.ref('row.year'), true),
  LEVEL: by(sql.ref('row.level')),
  PROGRAMME: by(sql.ref('row.programmeId')),
  DONOR: by(codeOf('DONOR')),
  RECIPIENT: by(codeOf('RECIPIENT')),
};

/** The years of pairings: a table that a query makes. */
export const pairingYearType: StoredType = {
  name: 'PairingYear',
  table: 'pairingYear',
  derived: pairingYears,
  filter,
  orders: orders,
};
