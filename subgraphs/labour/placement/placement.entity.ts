import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { connectionOf } from '../../../vocabulary/record/connection.js';
import { RecordFields } from '../../../vocabulary/record/record-fields.js';

export const PlacementStage = describedEnum('PlacementStage', 'How far people have come on the way to work.', {
  INTENTION: ['intention to take up work', '就业意向', 'They have agreed with an employer to take up work (就业意向).'],
  STABLE: ['stable work', '稳定就业', 'They are in stable work (稳定就业).'],
});
export type PlacementStage = EnumValue<typeof PlacementStage>;

export const Worker = describedEnum('Worker', 'Which people work is sought for.', {
  REGISTERED_POOR: [
    'registered poor',
    '建档立卡贫困人口',
    'Persons of households registered as poor (建档立卡贫困人口).',
  ],
  POOR_WITH_LABOUR: [
    'poor who can work',
    '有劳动力的贫困户',
    'Persons of poor households who are able to work (有劳动力的贫困户).',
  ],
  VILLAGER: ['villagers', '村民', 'Villagers, whether poor or not (村民).'],
});
export type Worker = EnumValue<typeof Worker>;

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

export const PlacementConnection = connectionOf('Placement', () => Placement);
