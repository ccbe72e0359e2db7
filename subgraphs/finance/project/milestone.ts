import { Field, ObjectType } from 'type-graphql';

import { ProjectState } from './project.entity.js';

/** An item of the list of steps of a project. */
@ObjectType({ description: 'A step of a project that its source reports.' })
export class Milestone {
  @Field(() => String, { description: 'In Chinese, as printed.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'In English; null where it is not translated.' })
  readonly nameEn!: string | null;

  @Field(() => ProjectState, {
    nullable: true,
    description: 'How far the step had come when the source was written; null where the source does not say.',
  })
  readonly state!: ProjectState | null;
}
