import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { RecordFields } from '../../../vocabulary/record/record-fields.js';
import { Worker } from '../worker.js';

export const PlacementStage = describedEnum('PlacementStage', 'How far people have come on the way to work.', {
  INTENTION: ['intention to take up work', '就业意向', 'They have agreed with an employer to take up work (就业意向).'],
  STABLE: ['stable work', '稳定就业', 'They are in stable work (稳定就业).'],
});
export type PlacementStage = EnumValue<typeof PlacementStage>;

@Directive('@key(fields: "id")')
@Entity({ tableName: 'placement' })
@ObjectType({
  description: 'People who found work through a pairing, as one source reports them.',
})
export class Placement extends RecordFields {
  @Field(() => PlacementStage, { description: 'How far they have come.' })
  @Property({ type: 'string' })
  stage!: PlacementStage;

  @Field(() => Worker, { description: 'Which people they are.' })
  @Property({ type: 'string' })
  worker!: Worker;
}
