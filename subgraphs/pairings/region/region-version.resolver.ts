import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { PartialDate, partialDate } from '../../../vocabulary/figure/partial-date.js';
import { SourceRef } from '../../../vocabulary/figure/source-ref.js';
import type { PairingsContext } from '../context.js';
import { RegionVersion } from './region-version.entity.js';

@Resolver(() => RegionVersion)
export class RegionVersionResolver {
  @FieldResolver(() => PartialDate, {
    description: 'When it began; of UNKNOWN precision where no source dates it.',
  })
  from(@Root() { fromDate, fromPrecision }: RegionVersion): PartialDate {
    return { date: fromDate, precision: fromPrecision };
  }

  @FieldResolver(() => PartialDate, {
    nullable: true,
    description: 'When it ended, itself not included; null where no end is known.',
  })
  to(@Root() { toDate, toPrecision }: RegionVersion): PartialDate | null {
    return partialDate(toDate, toPrecision);
  }

  @FieldResolver(() => PartialDate, {
    nullable: true,
    description: 'The earliest date for which a source shows it, where `from` leaves that open; else null.',
  })
  firstSeen(@Root() { firstSeenDate, firstSeenPrecision }: RegionVersion): PartialDate | null {
    return partialDate(firstSeenDate, firstSeenPrecision);
  }

  @FieldResolver(() => PartialDate, {
    nullable: true,
    description: 'The latest date for which a source shows it, where `to` leaves that open; else null.',
  })
  lastSeen(@Root() { lastSeenDate, lastSeenPrecision }: RegionVersion): PartialDate | null {
    return partialDate(lastSeenDate, lastSeenPrecision);
  }

  @FieldResolver(() => [SourceRef], {
    description: 'The registers that show it, and where an article prints the name.',
  })
  async sources(@Root() version: RegionVersion, @Ctx() { sources }: PairingsContext): Promise<readonly SourceRef[]> {
    return sources.of(version.id);
  }
}
