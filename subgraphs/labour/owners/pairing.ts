import { Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';

import type { Identified } from '../../../platform/page.js';
import type { VocabularyContext } from '../../../vocabulary/context.js';
import { defaultTotal, fieldsOf, list, toPairing, total } from '../../../vocabulary/fields.js';
import { jobFair } from '../job-fair/job-fair.record.js';
import { jobOffer } from '../job-offer/job-offer.record.js';
import { placement } from '../placement/placement.record.js';
import { station } from '../station/station.record.js';
import { owners } from './types.js';

export const pairingFields = fieldsOf(owners.Pairing, {
  jobFairs: list(jobFair, toPairing, 'Job fairs in this pairing; not in those it is made of.'),
  jobOffers: list(jobOffer, toPairing, 'Jobs offered in this pairing; not in those it is made of.'),
  jobOfferTotal: total(jobOffer, toPairing, 'Jobs offered in this pairing, added up.'),
  placements: list(
    placement,
    toPairing,
    'People who found work through this pairing; not through those it is made of.',
  ),
  placementTotal: total(placement, toPairing, 'People whom this pairing brought into stable work, added up.'),
  stations: list(station, toPairing, 'Stations that serve the labour cooperation of this pairing.'),
});

@Resolver(() => owners.Pairing)
export class PeoplePlaced {
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'How many people this pairing itself brought into stable work, of all time: the value of `placementTotal` as it stands by default. Null where that is an interval or unknown.',
  })
  async peoplePlaced(@Root() { id }: Identified, @Ctx() context: VocabularyContext): Promise<number | null> {
    return (await defaultTotal(context, placement, toPairing, id)).value;
  }
}
