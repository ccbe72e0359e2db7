import { Args, Ctx, Directive, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/record/connection.js';
import { OrganisationFields } from '../../../vocabulary/party/party-ref.js';
import { ofParty } from '../../../vocabulary/record/repository.js';
import type { TrainingContext } from '../context.js';
import { CourseConnection, type Course } from '../course/course.entity.js';
import { CourseListArguments } from '../course/course.inputs.js';
import { ExpertExchangeConnection, type ExpertExchange } from '../expert-exchange/expert-exchange.entity.js';
import { ExpertExchangeListArguments } from '../expert-exchange/expert-exchange.inputs.js';
import { SecondmentConnection, type Secondment } from '../secondment/secondment.entity.js';
import { SecondmentListArguments } from '../secondment/secondment.inputs.js';

@Directive('@key(fields: "id")')
@ObjectType('Organisation')
export class OrganisationExtension extends OrganisationFields {}

@Resolver(() => OrganisationExtension)
export class OrganisationExtensionResolver {
  @Directive(listSize)
  @FieldResolver(() => CourseConnection, {
    nullable: true,
    description: 'Training that this body runs, and its targeted admissions.',
  })
  coursesRun(
    @Root() organisation: OrganisationExtension,
    @Args(() => CourseListArguments) args: CourseListArguments,
    @Ctx() { courses }: TrainingContext,
  ): List<Course> {
    return courses.listOf(ofParty('PROVIDER', 'organisation'), organisation.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => SecondmentConnection, { nullable: true, description: 'People whom this body posts elsewhere.' })
  secondmentsFrom(
    @Root() organisation: OrganisationExtension,
    @Args(() => SecondmentListArguments) args: SecondmentListArguments,
    @Ctx() { secondments }: TrainingContext,
  ): List<Secondment> {
    return secondments.listOf(ofParty('ORIGIN', 'organisation'), organisation.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => ExpertExchangeConnection, {
    nullable: true,
    description: 'Experts who work or help at this body.',
  })
  expertExchangesAt(
    @Root() organisation: OrganisationExtension,
    @Args(() => ExpertExchangeListArguments) args: ExpertExchangeListArguments,
    @Ctx() { expertExchanges }: TrainingContext,
  ): List<ExpertExchange> {
    return expertExchanges.listOf(ofParty('HOST', 'organisation'), organisation.id, args);
  }
}
