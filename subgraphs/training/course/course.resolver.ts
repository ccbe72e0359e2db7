import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { readGroups, type Group } from '../../../vocabulary/group.js';
import { Party, type PartyReference } from '../../../vocabulary/party.js';
import { partsIn } from '../../../vocabulary/repository.js';
import { Term } from '../../../vocabulary/term.js';
import type { TrainingContext } from '../context.js';
import { PairingExtension } from '../pairing/pairing.extension.js';
import { Course, CourseConnection } from './course.entity.js';
import { CourseListArguments } from './course.inputs.js';
import { courseAddition, CourseGroup, CourseGroupArguments } from './course.totals.js';

@Resolver(() => Course)
export class CourseResolver {
  @Query(() => Course, { nullable: true, description: 'The course with this id; null when there is none.' })
  async course(
    @Arg('id', () => ID, { description: 'Id of the course.' }) id: string,
    @Ctx() { courses }: TrainingContext,
  ): Promise<Course | null> {
    return courses.byId(id);
  }

  @Directive(listSize)
  @Query(() => CourseConnection, { nullable: true, description: 'Courses, by id.' })
  courses(
    @Args(() => CourseListArguments) args: CourseListArguments,
    @Ctx() { courses }: TrainingContext,
  ): List<Course> {
    return courses.list(args);
  }

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

  @FieldResolver(() => [PairingExtension], {
    nullable: true,
    description: 'The pairings it belongs to; several where the source reports one number for them.',
  })
  async pairings(
    @Root() course: Course,
    @Ctx() { recordPairings }: TrainingContext,
  ): Promise<readonly { id: string }[]> {
    return recordPairings.of(course.id);
  }

  @FieldResolver(() => Course, {
    nullable: true,
    description:
      'The course that this record counts a part of, so that it is not added twice; null where it stands alone.',
  })
  async includedIn(@Root() course: Course, @Ctx() { courses }: TrainingContext): Promise<Course | null> {
    return course.includedInId === null ? null : courses.byId(course.includedInId);
  }

  @Directive(listSize)
  @FieldResolver(() => CourseConnection, {
    nullable: true,
    description:
      'Records that count a part of this course: those of its trainees who are minority cadres, or who started a business.',
  })
  parts(
    @Root() course: Course,
    @Args(() => CourseListArguments) args: CourseListArguments,
    @Ctx() { courses }: TrainingContext,
  ): List<Course> {
    return courses.listOf(partsIn('course'), course.id, args);
  }
}
