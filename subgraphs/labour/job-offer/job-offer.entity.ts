import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

import { RecordFields } from '../../../vocabulary/record/record-fields.js';
import { Worker } from '../worker.js';

@Directive('@key(fields: "id")')
@Entity({ tableName: 'job_offer' })
@ObjectType({
  description:
    'Jobs offered (提供岗位), as one source reports them: how many there were to take, not how many were taken.',
})
export class JobOffer extends RecordFields {
  @Field(() => Worker, {
    nullable: true,
    description: 'Which people they are offered to; null where the source does not say.',
  })
  @Property({ type: 'string', nullable: true })
  worker!: Worker | null;
}
