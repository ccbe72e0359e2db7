import { sql } from 'kysely';

import { eb, type Condition } from '../../../platform/sql.js';
import { spanHoldsOn } from '../span.js';

/** Holds for pairings with a period of a round; of those that hold on a day, where one is given. */
export const ofRound = (day: string | null): Condition => eb.exists(roundsOf(day));

/** Holds for pairings with a period of a round of which others of their level are missing. */
export const ofPartialRound = (day: string | null): Condition =>
  eb.exists(
    roundsOf(day)
      .where('round.listing', '=', 'PARTIAL')
      .where(
        eb.not(
          eb.exists(
            eb
              .selectFrom('roundLevel as complete')
              .select(sql<number>`1`.as('one'))
              .whereRef('complete.roundId', '=', 'round.id')
              .whereRef('complete.level', '=', 'row.level'),
          ),
        ),
      ),
  );

const roundsOf = (day: string | null) =>
  eb
    .selectFrom('pairingPeriod as listed')
    .innerJoin('round', 'round.id', 'listed.roundId')
    .select(sql<number>`1`.as('one'))
    .whereRef('listed.pairingId', '=', 'row.id')
    .$if(day !== null, (rows) => rows.where(spanHoldsOn('listed', day)));
