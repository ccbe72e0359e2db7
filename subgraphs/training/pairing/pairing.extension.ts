import { Args, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { ofPairing } from '../../../vocabulary/repository.js';
import type { TrainingContext } from '../context.js';
import { CourseConnection, type Course } from '../course/course.entity.js';
import { CourseListArguments } from '../course/course.inputs.js';

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
}
