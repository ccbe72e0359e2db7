import { Args, Ctx, Directive, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { RegionFields } from '../../../vocabulary/party-ref.js';
import { ofParty } from '../../../vocabulary/repository.js';
import type { TrainingContext } from '../context.js';
import { CourseConnection, type Course } from '../course/course.entity.js';
import { CourseListArguments } from '../course/course.inputs.js';

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
}
