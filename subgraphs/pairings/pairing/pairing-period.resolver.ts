import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { PartialDate, partialDate } from '../../../vocabulary/figure/partial-date.js';
import { SourceRef } from '../../../vocabulary/figure/source-ref.js';
import type { PairingsContext } from '../context.js';
import { Document } from '../document/document.entity.js';
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

  @FieldResolver(() => Document, {
    nullable: true,
    description: 'The document that set it (法规依据); null where the source names none.',
  })
  async basis(@Root() period: PairingPeriod, @Ctx() context: PairingsContext): Promise<Document | null> {
    return period.basisId === null ? null : context.documents.byId(period.basisId);
  }

  @FieldResolver(() => [SourceRef], { description: 'Where the period is reported: at least one place.' })
  async sources(@Root() period: PairingPeriod, @Ctx() context: PairingsContext): Promise<readonly SourceRef[]> {
    return context.sources.of(period.id);
  }
}
