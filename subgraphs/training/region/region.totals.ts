import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { ofRegions } from '../../../vocabulary/total/members.js';
import { totalFor } from '../../../vocabulary/total/total.repository.js';
import { Total } from '../../../vocabulary/total/total.js';
import type { TrainingContext } from '../context.js';
import { courseAddition, CourseTotalWithParts } from '../course/course.totals.js';
import { secondmentAddition, SecondmentTotalWithParts } from '../secondment/secondment.totals.js';
import { RegionExtension } from './region.extension.js';

@Resolver(() => RegionExtension)
export class RegionTotalsResolver {
  @FieldResolver(() => Total, {
    nullable: true,
    description: 'People of this region who were trained, person-times or sessions, added up.',
  })
  async coursesFromTotal(
    @Root() region: RegionExtension,
    @Args(() => CourseTotalWithParts) args: CourseTotalWithParts,
    @Ctx() context: TrainingContext,
  ): Promise<Total> {
    return totalFor(
      context,
      'Course from region',
      args,
      region.id,
      ofRegions('ORIGIN', args.includeParts),
      courseAddition(args),
    );
  }

  @FieldResolver(() => Total, {
    nullable: true,
    description: 'People of this region who are posted at the other side, added up.',
  })
  async secondmentsFromTotal(
    @Root() region: RegionExtension,
    @Args(() => SecondmentTotalWithParts) args: SecondmentTotalWithParts,
    @Ctx() context: TrainingContext,
  ): Promise<Total> {
    return totalFor(
      context,
      'Secondment from region',
      args,
      region.id,
      ofRegions('ORIGIN', args.includeParts),
      secondmentAddition(args),
    );
  }

  @FieldResolver(() => Total, { nullable: true, description: 'People posted in this region, added up.' })
  async secondmentsToTotal(
    @Root() region: RegionExtension,
    @Args(() => SecondmentTotalWithParts) args: SecondmentTotalWithParts,
    @Ctx() context: TrainingContext,
  ): Promise<Total> {
    return totalFor(
      context,
      'Secondment to region',
      args,
      region.id,
      ofRegions('DESTINATION', args.includeParts),
      secondmentAddition(args),
    );
  }
}
