import { FieldResolver, Resolver, Root } from 'type-graphql';

import { PartialDate, partialDate } from '../../../vocabulary/figure/partial-date.js';
import { fieldsOf, one, sources } from '../../../vocabulary/fields.js';
import { documentType } from '../document/document.type.js';
import { PairingPeriod } from './pairing-period.entity.js';

@Resolver(() => PairingPeriod)
export class PairingPeriodResolver {
  @FieldResolver(() => PartialDate, { nullable: true, description: 'When it began; null where no source dates it.' })
  from(@Root() period: PairingPeriod): PartialDate | null {
    return partialDate(period.fromDate, period.fromPrecision);
  }

  @FieldResolver(() => PartialDate, {
    nullable: true,
    description:
      'When it ended, itself not included; null where no end is reported, which is not to say that it holds today.',
  })
  to(@Root() period: PairingPeriod): PartialDate | null {
    return partialDate(period.toDate, period.toPrecision);
  }
}

export const pairingPeriodFields = fieldsOf(PairingPeriod, {
  basis: one(documentType, 'basisId', 'The document that set it (法规依据); null where the source names none.'),
  sources: sources('Where the period is reported: at least one place.'),
});
