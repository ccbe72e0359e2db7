import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { rowsOf } from '../../../platform/request-scope.js';
import { fieldsOf, one } from '../../../vocabulary/fields.js';
import { PairingLevel } from '../../../vocabulary/pairing/pairing-table.js';
import { rootFields } from '../../../vocabulary/record/listed-type.js';
import type { PairingsContext } from '../context.js';
import { documentType } from '../document/document.type.js';
import { byPeriod } from '../pairing/holding.js';
import { pairingList } from '../pairing/pairing-list.js';
import { programmeType } from '../programme/programme.type.js';
import { Round, type RoundLevel } from './round.entity.js';
import { roundType } from './round.type.js';

export const roundRootFields = rootFields(roundType, 'round', { field: 'rounds', description: 'Rounds, by id.' });

@Resolver(() => Round)
export class RoundResolver {
  @FieldResolver(() => [PairingLevel], {
    description: 'Of a PARTIAL round: the levels of which the graph has all its pairings. Empty for a COMPLETE one.',
  })
  async completeLevels(@Root() { id }: Round, @Ctx() context: PairingsContext): Promise<readonly PairingLevel[]> {
    const rows = await rowsOf<RoundLevel>(context, 'roundLevel', 'roundId', id, 'level');
    return rows.map(({ level }) => level);
  }
}

export const roundFields = fieldsOf(Round, {
  programme: one(programmeType, 'programmeId', 'The programme that it is a round of.'),
  basis: one(documentType, 'basisId', 'The document that made it; null where none is known.'),
  pairings: pairingList(
    byPeriod('roundId'),
    'Pairings with a period of this round. Where `listing` is PARTIAL there were others.',
  ),
});
