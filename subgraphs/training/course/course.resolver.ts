import { Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { plainListSize } from '../../../vocabulary/record/connection.js';
import { readGroups, type Group } from '../../../vocabulary/total/group.js';
import { Party, type PartyReference } from '../../../vocabulary/party/party.js';
import { recordResolver } from '../../../vocabulary/record/record-resolver.js';
import { Term } from '../../../vocabulary/record/term.js';
import type { TrainingContext } from '../context.js';
import { Course, CourseConnection } from './course.entity.js';
import { CourseListArguments } from './course.inputs.js';
import { courseAddition, CourseGroup, CourseGroupArguments } from './course.totals.js';

/** The root fields of courses, and which is a part of which. */
export const CourseRecordResolver = recordResolver<Course, TrainingContext>({
  type: Course,
  connection: CourseConnection,
  listArguments: CourseListArguments,
  table: 'course',
  one: 'course',
  many: 'courses',
  words: ['course', 'courses'],
  repository: ({ courses }) => courses,
});

@Resolver(() => Course)
export class CourseResolver {
  @Directive(plainListSize)
  @Query(() => [CourseGroup], {
    nullable: true,
    description:
      'People trained, person-times or sessions, added up by keys. The donor is that of the pairing, the recipient the region whose people are trained.',
  })
  async courseGroups(
    @Args(() => CourseGroupArguments) args: CourseGroupArguments,
    @Ctx() { database }: TrainingContext,
  ): Promise<readonly Group[]> {
    return readGroups(database, args, { donor: 'PAIRING', recipient: 'ORIGIN', kind: 'kind' }, courseAddition(args));
  }

  @FieldResolver(() => Party, {
    nullable: true,
    description: 'Whose people are trained; null where the source does not say.',
  })
  async origin(@Root() course: Course, @Ctx() { parties }: TrainingContext): Promise<PartyReference | null> {
    return parties.onlyOne(course.id, 'ORIGIN');
  }

  @FieldResolver(() => Party, { nullable: true, description: 'Where it is held; null where the source does not say.' })
  async host(@Root() course: Course, @Ctx() { parties }: TrainingContext): Promise<PartyReference | null> {
    return parties.onlyOne(course.id, 'HOST');
  }

  @FieldResolver(() => Party, { nullable: true, description: 'Who runs it; null where the source does not say.' })
  async provider(@Root() course: Course, @Ctx() { parties }: TrainingContext): Promise<PartyReference | null> {
    return parties.onlyOne(course.id, 'PROVIDER');
  }

  @FieldResolver(() => [Term], { description: 'Its topics; empty where the source names none.' })
  async topics(@Root() course: Course, @Ctx() { terms }: TrainingContext): Promise<readonly Term[]> {
    return terms.of(course.id);
  }
}
