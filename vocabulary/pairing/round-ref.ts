import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

import { eb, type Condition } from '../../platform/sql.js';
import { Listing } from './listing.js';

/** What every subgraph knows of every round: of which programme it is, and whether all its pairings are there. */
@Entity({ tableName: 'round_ref' })
export class RoundRefEntity {
  @PrimaryKey({ type: 'string' }) id!: string;
  @Property({ type: 'string' }) dataset!: string;
  @Property({ type: 'string' }) programme!: string;
  @Property({ type: 'string' }) listing!: Listing;
}

/** Holds for records, alias `row`, of pairings of programmes that have a round of which pairings are missing. */
export const isOfPartialListing: Condition = eb(
  'row.id',
  'in',
  eb
    .selectFrom('recordPairing as link')
    .innerJoin('pairingRef as pairing', 'pairing.id', 'link.pairing')
    .select('link.record')
    .where(
      'pairing.programme',
      'in',
      eb.selectFrom('roundRef as round').select('round.programme').where('round.listing', '=', Listing.PARTIAL),
    ),
);
