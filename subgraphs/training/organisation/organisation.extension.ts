import { Args, Ctx, Directive, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { OrganisationFields } from '../../../vocabulary/party-ref.js';
import { ofParty } from '../../../vocabulary/repository.js';
import type { TrainingContext } from '../context.js';
import { CourseConnection, type Course } from '../course/course.entity.js';
import { CourseListArguments } from '../course/course.inputs.js';

@Directive('@key(fields: "id")')
@ObjectType('Organisation')
export class OrganisationExtension extends OrganisationFields {}

@Resolver(() => OrganisationExtension)
export class OrganisationExtensionResolver {
  @Directive(listSize)
  @FieldResolver(() => CourseConnection, { nullable: true, description: 'Training that this body runs.' })
  coursesRun(
    @Root() organisation: OrganisationExtension,
    @Args(() => CourseListArguments) args: CourseListArguments,
    @Ctx() { courses }: TrainingContext,
  ): List<Course> {
    return courses.listOf(ofParty('PROVIDER', 'organisation'), organisation.id, args);
  }
}
