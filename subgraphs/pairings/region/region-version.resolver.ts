import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { PartialDate, partialDate } from '../../../vocabulary/partial-date.js';
import { SourceRef } from '../../../vocabulary/source-ref.js';
import type { PairingsContext } from '../context.js';
import { RegionVersion } from './region-version.entity.js';

@Resolver(() => RegionVersion)
export class RegionVersionResolver {
  @FieldResolver(() => PartialDate, {
    description: 'When it began; of UNKNOWN precision where no source dates it, and then it counts from of old.',
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

  @FieldResolver(() => [SourceRef], {
    description: 'Where the name is printed for the span; empty where it rests on registers alone.',
  })
  async sources(@Root() version: RegionVersion, @Ctx() { sources }: PairingsContext): Promise<readonly SourceRef[]> {
    return sources.of(version.id);
  }
}
