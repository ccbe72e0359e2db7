import { sql } from 'kysely';

import type { FilterField } from '../../../platform/filter.js';
import { checkDaySpan } from '../../../platform/scalars.js';
import { eb, type Condition } from '../../../platform/sql.js';
import { spanHoldsOn } from '../span.js';

/** Holds for the pairings of which a period holds on a day. */
export const holdingOn = (day: unknown): Condition => eb.exists(periodOf('period').where(spanHoldsOn('period', day)));

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

const periodOf = (alias: string) =>
  eb
    .selectFrom(`pairingPeriod as ${alias}`)
    .select(sql<number>`1`.as('one'))
    .whereRef(`${alias}.pairingId`, '=', 'row.id');
