import { sql, type Expression } from 'kysely';

import { badUserInput } from '../../platform/errors.js';
import { column, interval, type FilterField } from '../../platform/filter.js';
import { checkDay } from '../../platform/scalars.js';
import { eb, type AnyTables, type Condition } from '../../platform/sql.js';
import { maxFigure } from '../figure/figure.js';
import { regionLevels } from '../party/party-ref.js';
import { standingBodies, standingRegions, type Standing, type StandingRows } from '../party/standing.js';

/** A field that is a date column. */
export const dateColumn = (name: string): FilterField => column(name, checkDay);

/** A field that is a region's id in a column; `within` also finds the regions below. */
export function regionColumn(name: string): FilterField {
  const equality = column(name);
  return ({ within, withinCode, withinName, code, name: called, ...operators }, path) => {
    const among = (given: unknown, ids: (value: string) => Expression<AnyTables>): Condition[] =>
      given === undefined ? [] : [eb(name, 'in', ids(given as string))];
    return eb.and([
      equality(operators, path),
      ...among(within, idsWithin),
      ...among(code, (value) => idsOf('code', value)),
      ...among(called, (value) => idsOf('name', value)),
      ...among(withinCode, (value) => idsWithinAny(idsOf('code', value))),
      ...among(withinName, (value) => idsWithinAny(idsOf('name', value))),
    ]);
  };
}

/** The ids of a region and of all below it. */
export const idsWithin = (region: string): Expression<AnyTables> =>
  eb
    .selectFrom('regionRef as below')
    .select('below.id')
    .where((ref) => ref.or(['id', ...regionLevels].map((level) => ref(`below.${level}`, '=', region))));

/** The ids of some regions and of all below them. */
const idsWithinAny = (regions: Expression<AnyTables>): Expression<AnyTables> =>
  eb
    .selectFrom('regionRef as below')
    .select('below.id')
    .where((ref) => ref.or(['id', ...regionLevels].map((level) => ref(`below.${level}`, 'in', regions as never))));

/** The ids of the regions with a code or a name of today. */
const idsOf = (of: 'code' | 'name', value: string): Expression<AnyTables> =>
  eb.selectFrom('regionRef as called').select('called.id').where(`called.${of}`, '=', value);

/**
 * A field of the table `link`, whose rows name the record in `key`: it holds when one of the record's rows there
 * (in a role, where `role` says so) meets it. `ne` and `notIn` hold when none does.
 */
export function linked(link: string, key: string, field: FilterField, role?: string): FilterField {
  return ({ isNull, ne, notIn, ...positive }, path) => {
    const exists = (operators: Readonly<Record<string, unknown>>) =>
      eb.exists(
        eb
          .selectFrom(`${link} as linked`)
          .select(sql<number>`1`.as('one'))
          .whereRef(`linked.${key}`, '=', 'row.id')
          .$if(role !== undefined, (rows) => rows.where('linked.role', '=', role))
          .where(field(operators, path)),
      );
    return eb.and([
      ...(Object.keys(positive).length > 0 ? [exists(positive)] : []),
      ...(ne === undefined ? [] : [eb.not(exists({ eq: ne }))]),
      ...(notIn === undefined ? [] : [eb.not(exists({ in: notIn }))]),
      ...(isNull === undefined ? [] : [isNull === true ? eb.not(exists({})) : exists({})]),
    ]);
  };
}

/** A field that is the region of one of those who stand for something in a record. `ne` and `notIn` hold when none's is. */
export const standingRegion = (standing: Standing): FilterField =>
  ofStanding((operators, path) => standingRegions(standing, (region) => regionColumn(region)(operators, path)), {
    isNull: false,
  });

/** A field that is the kind of one of the bodies that stand for something in a record; null where no body does. */
export const standingBody = (standing: Standing): FilterField =>
  ofStanding((operators, path) => standingBodies(standing, (kind) => column(kind)(operators, path)), {});

/** The kind of the body that a row `linked` of parties names. */
export const bodyOfParty: FilterField = (operators, path) =>
  eb(
    'linked.organisation',
    'in',
    eb.selectFrom('organisationRef as body').select('body.id').where(column('body.kind')(operators, path)),
  );

function ofStanding(
  rows: (operators: Readonly<Record<string, unknown>>, path: string) => StandingRows,
  any: Readonly<Record<string, unknown>>,
): FilterField {
  return ({ isNull, ne, notIn, ...positive }, path) => {
    const stands = (operators: Readonly<Record<string, unknown>>): Condition =>
      eb('row.id', 'in', eb.selectFrom(rows(operators, path).as('standing')).select('standing.record'));
    return eb.and([
      ...(Object.keys(positive).length > 0 ? [stands(positive)] : []),
      ...(ne === undefined ? [] : [eb.not(stands({ eq: ne }))]),
      ...(notIn === undefined ? [] : [eb.not(stands({ in: notIn }))]),
      ...(isNull === undefined ? [] : [isNull === true ? eb.not(stands(any)) : stands(any)]),
    ]);
  };
}

/** A field that is a figure, in its unit: its ends are in two columns, null where they are open. */
export function figureInterval(low: string, high: string): FilterField {
  return interval(low, high, hundredths);
}

/** A field that is the years of a figure: equal to one where it is of that year alone. */
export const yearsColumn = interval('row.firstYear', 'row.lastYear', (_path, value) => value as number);

/** A field that is the figure of a record, in its unit. */
export const figureColumn = figureInterval('row.low', 'row.high');

/** The programme of one of a record's pairings, or the one that it is about as a whole. `ne` and `notIn` hold for neither. */
export const programmeOfRecord: FilterField = ({ isNull, ne, notIn, ...positive }, path) => {
  const either = (operators: Readonly<Record<string, unknown>>): Condition =>
    eb.or([
      linked('recordPairing', 'record', programmeOfPairing)(operators, path),
      column('row.programmeId')(operators, path),
    ]);
  return eb.and([
    ...(Object.keys(positive).length > 0 ? [either(positive)] : []),
    ...(ne === undefined ? [] : [eb.not(either({ eq: ne }))]),
    ...(notIn === undefined ? [] : [eb.not(either({ in: notIn }))]),
    ...(isNull === undefined ? [] : [isNull === true ? eb.not(either({ isNull: false })) : either({ isNull: false })]),
  ]);
};

/** A field of `recordPairing` that is the programme of the pairing. */
const programmeOfPairing: FilterField = (operators, path) =>
  eb(
    'linked.pairing',
    'in',
    eb.selectFrom('pairingRef as ref').select('ref.id').where(column('ref.programme')(operators, path)),
  );

function hundredths(path: string, value: unknown): number {
  if (typeof value !== 'number' || Math.abs(value) > maxFigure) {
    throw badUserInput(path, `a number up to ${maxFigure}`, value);
  }
  return Math.round(value * 100);
}
