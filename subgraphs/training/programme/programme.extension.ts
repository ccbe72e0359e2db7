import { Args, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';

import { ofProgrammes } from '../../../vocabulary/total/members.js';
import { totalFor } from '../../../vocabulary/total/total.repository.js';
import { Total } from '../../../vocabulary/total/total.js';
import type { TrainingContext } from '../context.js';
import { courseAddition, CourseTotalArguments } from '../course/course.totals.js';
import { secondmentAddition, SecondmentTotalArguments } from '../secondment/secondment.totals.js';

@Directive('@key(fields: "id")')
@ObjectType('Programme')
export class ProgrammeExtension {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => ProgrammeExtension)
export class ProgrammeExtensionResolver {
  @FieldResolver(() => Total, {
    nullable: true,
    description: 'People trained in all pairings of the programme, person-times or sessions, each record once.',
  })
  async courseTotal(
    @Root() programme: ProgrammeExtension,
    @Args(() => CourseTotalArguments) args: CourseTotalArguments,
    @Ctx() context: TrainingContext,
  ): Promise<Total> {
    return totalFor(context, 'Course of programme', args, programme.id, ofProgrammes, courseAddition(args));
  }

  @FieldResolver(() => Total, {
    nullable: true,
    description: 'People posted in all pairings of the programme, each record once.',
  })
  async secondmentTotal(
    @Root() programme: ProgrammeExtension,
    @Args(() => SecondmentTotalArguments) args: SecondmentTotalArguments,
    @Ctx() context: TrainingContext,
  ): Promise<Total> {
    return totalFor(context, 'Secondment of programme', args, programme.id, ofProgrammes, secondmentAddition(args));
  }
}
