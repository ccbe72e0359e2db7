import { FieldResolver, Resolver, Root } from 'type-graphql';

import { Listing } from '../../../vocabulary/pairing/listing.js';
import { List } from '../../../vocabulary/record/connection.js';
import type { Pairing } from './pairing.entity.js';
import { pairingType } from './pairing.type.js';

/** A part of a list of pairings: those of any round, or of a round of which others are missing; null is all. */
export type More = 'LISTED' | 'PARTIAL' | null;

/** A list of pairings, which knows whether the rounds that made them are there as a whole. */
export class PairingList extends List<Pairing> {
  constructor(
    all: List<Pairing>,
    private readonly part: (more: More) => List<Pairing>,
  ) {
    super('Pairing', all.reader);
  }

  async listing(): Promise<Listing | null> {
    if ((await this.part('PARTIAL').totalCount) > 0) {
      return Listing.PARTIAL;
    }
    return (await this.part('LISTED').totalCount) > 0 ? Listing.COMPLETE : null;
  }
}

@Resolver(() => pairingType.connection)
export class PairingConnectionResolver {
  @FieldResolver(() => Listing, {
    nullable: true,
    description:
      'PARTIAL: one of them is of a round of which others of its level are missing in the graph, so that this list may lack some, and `totalCount` with it. COMPLETE: their rounds are there as a whole. Null where none is of a round. Of periods that hold on `asOf`, where it is given.',
  })
  async listing(@Root() list: PairingList): Promise<Listing | null> {
    return list.listing();
  }
}
