import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

import { RecordFields } from '../../../vocabulary/record/record-fields.js';
import { Worker } from '../worker.js';

@Directive('@key(fields: "id")')
@Entity({ tableName: 'job_fair' })
@ObjectType({
  description: 'Job fairs (招聘会), held or planned, as one source reports them. The figure counts the fairs.',
})
export class JobFair extends RecordFields {
  @Field(() => Int, {
    nullable: true,
    description: 'How many firms took part, over all the fairs; null where the source does not say.',
  })
  @Property({ type: 'integer', nullable: true })
  firms!: number | null;

  @Field(() => Worker, {
    nullable: true,
    description: 'Which people they are for; null where the source does not say.',
  })
  @Property({ type: 'string', nullable: true })
  worker!: Worker | null;
}
