import { sql } from 'kysely';

import type { FilterField } from '../../../platform/filter.js';
import { checkDaySpan } from '../../../platform/scalars.js';
import { eb, type Condition } from '../../../platform/sql.js';
import type { ListBelonging } from '../../../vocabulary/record/belonging.js';
import { spanHoldsOn } from '../span.js';

/** Holds for the pairings of which a period holds on a day. */
export const holdingOn = (day: unknown): Condition => eb.exists(periodOf('period').where(holds('period', day)));

/** Holds for the pairings that hold on each day from one to another: on the first, and no period ends into a gap. */
export const heldThroughout: FilterField = (span, path) => {
  const { from, to } = checkDaySpan(span, (name) => `${path}.${name}`);
  return eb.and([
    holdingOn(from),
    eb.not(
      eb.exists(
        periodOf('ending')
          .where('ending.fromDate', 'is not', null)
          .where('ending.toDate', '>', from)
          .where('ending.toDate', '<=', to)
          .where(eb.not(holdingOn(eb.ref('ending.toDate')))),
      ),
    ),
  ]);
};

/** The pairings with a period that has the owner in a column, each once. */
export const byPeriod = (column: 'basisId' | 'roundId'): ListBelonging => ({
  link: 'pairingPeriod',
  parent: column,
  child: 'pairingId',
  where: eb.not(
    eb.exists(
      eb
        .selectFrom('pairingPeriod as other')
        .select(sql<number>`1`.as('one'))
        .whereRef('other.pairingId', '=', 'link.pairingId')
        .whereRef(`other.${column}`, '=', `link.${column}`)
        .whereRef('other.id', '<', 'link.id'),
    ),
  ),
});

/** Rows of a pairing's periods, for a subquery. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the query is the type
export const periodOf = (alias: string) =>
  eb
    .selectFrom(`pairingPeriod as ${alias}`)
    .select(sql<number>`1`.as('one'))
    .whereRef(`${alias}.pairingId`, '=', 'row.id');

/** Whether a period holds on a day: by what one data set reports of it, where no other one reports its end. */
const holds = (table: string, day: unknown): Condition =>
  eb.and([
    eb.or([
      spanHoldsOn(table, day),
      eb.and([eb(`${table}.fromDate`, '<=', day), eb(`${table}.endedBeforeDate`, '>', day)]),
    ]),
    eb.or([
      eb(`${table}.toPrecision`, 'is not', null),
      eb.not(
        eb.exists(
          eb
            .selectFrom('pairingPeriod as same')
            .select(sql<number>`1`.as('one'))
            .whereRef('same.pairingId', '=', `${table}.pairingId`)
            .whereRef('same.fromDate', '=', `${table}.fromDate`)
            .whereRef('same.fromPrecision', '=', `${table}.fromPrecision`)
            .where(
              eb.or([
                eb('same.basisId', '=', eb.ref(`${table}.basisId`)),
                eb.and([eb('same.basisId', 'is', null), eb(`${table}.basisId`, 'is', null)]),
              ]),
            )
            .where('same.toPrecision', 'is not', null),
        ),
      ),
    ]),
  ]);
