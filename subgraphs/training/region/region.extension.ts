import { Args, Ctx, Directive, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/record/connection.js';
import { RegionFields } from '../../../vocabulary/party/party-ref.js';
import { ofParty } from '../../../vocabulary/record/repository.js';
import type { TrainingContext } from '../context.js';
import { CourseConnection, type Course } from '../course/course.entity.js';
import { CourseListArguments } from '../course/course.inputs.js';
import { ExpertExchangeConnection, type ExpertExchange } from '../expert-exchange/expert-exchange.entity.js';
import { ExpertExchangeListArguments } from '../expert-exchange/expert-exchange.inputs.js';
import { SecondmentConnection, type Secondment } from '../secondment/secondment.entity.js';
import { SecondmentListArguments } from '../secondment/secondment.inputs.js';

@Directive('@key(fields: "id")')
@ObjectType('Region')
export class RegionExtension extends RegionFields {}

@Resolver(() => RegionExtension)
export class RegionExtensionResolver {
  @Directive(listSize)
  @FieldResolver(() => CourseConnection, {
    nullable: true,
    description: 'Training of people from this region itself; not of those from the regions below it.',
  })
  coursesFrom(
    @Root() region: RegionExtension,
    @Args(() => CourseListArguments) args: CourseListArguments,
    @Ctx() { courses }: TrainingContext,
  ): List<Course> {
    return courses.listOf(ofParty('ORIGIN', 'region'), region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => CourseConnection, {
    nullable: true,
    description: 'Training held in this region itself; not in those below it.',
  })
  coursesHosted(
    @Root() region: RegionExtension,
    @Args(() => CourseListArguments) args: CourseListArguments,
    @Ctx() { courses }: TrainingContext,
  ): List<Course> {
    return courses.listOf(ofParty('HOST', 'region'), region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => CourseConnection, {
    nullable: true,
    description: 'Training that this region itself runs, for its own people or those of others.',
  })
  coursesRun(
    @Root() region: RegionExtension,
    @Args(() => CourseListArguments) args: CourseListArguments,
    @Ctx() { courses }: TrainingContext,
  ): List<Course> {
    return courses.listOf(ofParty('PROVIDER', 'region'), region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => SecondmentConnection, {
    nullable: true,
    description: 'People whom this region itself posts elsewhere, postings both ways included.',
  })
  secondmentsFrom(
    @Root() region: RegionExtension,
    @Args(() => SecondmentListArguments) args: SecondmentListArguments,
    @Ctx() { secondments }: TrainingContext,
  ): List<Secondment> {
    return secondments.listOf(ofParty('ORIGIN', 'region'), region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => SecondmentConnection, {
    nullable: true,
    description: 'People posted to this region itself, postings both ways included; not to those below it.',
  })
  secondmentsTo(
    @Root() region: RegionExtension,
    @Args(() => SecondmentListArguments) args: SecondmentListArguments,
    @Ctx() { secondments }: TrainingContext,
  ): List<Secondment> {
    return secondments.listOf(ofParty('DESTINATION', 'region'), region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => ExpertExchangeConnection, {
    nullable: true,
    description: 'Experts and technologies from this region itself, exchanges both ways included.',
  })
  expertsFrom(
    @Root() region: RegionExtension,
    @Args(() => ExpertExchangeListArguments) args: ExpertExchangeListArguments,
    @Ctx() { expertExchanges }: TrainingContext,
  ): List<ExpertExchange> {
    return expertExchanges.listOf(ofParty('ORIGIN', 'region'), region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => ExpertExchangeConnection, {
    nullable: true,
    description:
      'Experts and technologies that come to this region itself, exchanges both ways included; not to those below it.',
  })
  expertsTo(
    @Root() region: RegionExtension,
    @Args(() => ExpertExchangeListArguments) args: ExpertExchangeListArguments,
    @Ctx() { expertExchanges }: TrainingContext,
  ): List<ExpertExchange> {
    return expertExchanges.listOf(ofParty('DESTINATION', 'region'), region.id, args);
  }
}
