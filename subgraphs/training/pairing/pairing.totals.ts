import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { ofPairings } from '../../../vocabulary/total/members.js';
import { totalFor } from '../../../vocabulary/total/total.repository.js';
import { Total } from '../../../vocabulary/total/total.js';
import type { TrainingContext } from '../context.js';
import { courseAddition, CourseTotalWithParts } from '../course/course.totals.js';
import { secondmentAddition, SecondmentTotalWithParts } from '../secondment/secondment.totals.js';
import { PairingExtension } from './pairing.extension.js';

@Resolver(() => PairingExtension)
export class PairingTotalsResolver {
  @FieldResolver(() => Total, {
    nullable: true,
    description: 'People trained in this pairing, person-times or sessions, added up.',
  })
  async courseTotal(
    @Root() pairing: PairingExtension,
    @Args(() => CourseTotalWithParts) args: CourseTotalWithParts,
    @Ctx() context: TrainingContext,
  ): Promise<Total> {
    return totalFor(
      context,
      'Course of pairing',
      args,
      pairing.id,
      ofPairings(args.includeParts),
      courseAddition(args),
    );
  }

  @FieldResolver(() => Total, {
    nullable: true,
    description: 'People posted in this pairing, in either direction unless the filter names one, added up.',
  })
  async secondmentTotal(
    @Root() pairing: PairingExtension,
    @Args(() => SecondmentTotalWithParts) args: SecondmentTotalWithParts,
    @Ctx() context: TrainingContext,
  ): Promise<Total> {
    return totalFor(
      context,
      'Secondment of pairing',
      args,
      pairing.id,
      ofPairings(args.includeParts),
      secondmentAddition(args),
    );
  }
}
