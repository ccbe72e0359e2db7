import { Args, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/record/connection.js';
import { ofPairing } from '../../../vocabulary/record/repository.js';
import type { TrainingContext } from '../context.js';
import { CourseConnection, type Course } from '../course/course.entity.js';
import { CourseListArguments } from '../course/course.inputs.js';
import { ExpertExchangeConnection, type ExpertExchange } from '../expert-exchange/expert-exchange.entity.js';
import { ExpertExchangeListArguments } from '../expert-exchange/expert-exchange.inputs.js';
import { SecondmentConnection, type Secondment } from '../secondment/secondment.entity.js';
import { SecondmentListArguments } from '../secondment/secondment.inputs.js';

@Directive('@key(fields: "id")')
@ObjectType('Pairing')
export class PairingExtension {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => PairingExtension)
export class PairingExtensionResolver {
  @Directive(listSize)
  @FieldResolver(() => CourseConnection, {
    nullable: true,
    description: 'Training in this pairing; not in those it is made of.',
  })
  courses(
    @Root() pairing: PairingExtension,
    @Args(() => CourseListArguments) args: CourseListArguments,
    @Ctx() { courses }: TrainingContext,
  ): List<Course> {
    return courses.listOf(ofPairing, pairing.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => SecondmentConnection, {
    nullable: true,
    description: 'People posted for a term in this pairing; not in those it is made of.',
  })
  secondments(
    @Root() pairing: PairingExtension,
    @Args(() => SecondmentListArguments) args: SecondmentListArguments,
    @Ctx() { secondments }: TrainingContext,
  ): List<Secondment> {
    return secondments.listOf(ofPairing, pairing.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => ExpertExchangeConnection, {
    nullable: true,
    description:
      'Experts who work or help at the other side, and technologies passed on, in this pairing; not in those it is made of.',
  })
  expertExchanges(
    @Root() pairing: PairingExtension,
    @Args(() => ExpertExchangeListArguments) args: ExpertExchangeListArguments,
    @Ctx() { expertExchanges }: TrainingContext,
  ): List<ExpertExchange> {
    return expertExchanges.listOf(ofPairing, pairing.id, args);
  }
}
