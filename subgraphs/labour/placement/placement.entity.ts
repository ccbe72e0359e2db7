import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { RecordFields } from '../../../vocabulary/record/record-fields.js';
import { Worker } from '../worker.js';

export const PlacementStage = describedEnum('PlacementStage', 'How far people have come on the way to work.', {
  INTENTION: ['intention to take up work', '就业意向', 'They have agreed with an employer to take up work (就业意向).'],
  PLACED: ['found work', '实现就业', 'They have found work; whether it lasts is not said (实现就业, 转移就业).'],
  SENT_OUT: ['sent out to work', '劳务输出', 'They were sent to work elsewhere (劳务输出).'],
  STABLE: ['stable work', '稳定就业', 'They are in stable work (稳定就业).'],
});
export type PlacementStage = EnumValue<typeof PlacementStage>;

export const PlacementReach = describedEnum('PlacementReach', 'How far from home people work.', {
  DONOR_PROVINCE: ['in the donor’s province', '帮扶省份就业', 'In the province that helps (到帮扶省份就业).'],
  OWN_PROVINCE: ['in their own province', '省内就业', 'In their own province (省内就业, 就近就业).'],
  ELSEWHERE: ['in other provinces', '其他省份就业', 'In other provinces (到其他地区就业).'],
});
export type PlacementReach = EnumValue<typeof PlacementReach>;

export const PlacementSite = describedEnum('PlacementSite', 'In what place of work people are.', {
  WORKSHOP: ['in workshops', '帮扶车间', 'In workshops of villages and towns (帮扶车间).'],
  FIRM: ['in firms', '企业', 'In firms (企业).'],
  PARK: ['in parks', '园区', 'In industrial parks (产业园区).'],
  PUBLIC_POST: ['in public posts', '公益性岗位', 'In posts that the public purse pays (公益性岗位).'],
});
export type PlacementSite = EnumValue<typeof PlacementSite>;

@Directive('@key(fields: "id")')
@Entity({ tableName: 'placement' })
@ObjectType({
  description: 'People who found work through a pairing, or what they earn there, as one source reports them.',
})
export class Placement extends RecordFields {
  @Field(() => PlacementStage, { description: 'How far they have come.' })
  @Property({ type: 'string' })
  stage!: PlacementStage;

  @Field(() => Worker, { description: 'Which people they are.' })
  @Property({ type: 'string' })
  worker!: Worker;

  @Field(() => PlacementReach, {
    nullable: true,
    description: 'How far from home they work; null where the source does not say, or counts all.',
  })
  @Property({ type: 'string', nullable: true })
  reach!: PlacementReach | null;

  @Field(() => PlacementSite, {
    nullable: true,
    description: 'In what place of work they are; null where the source does not say, or counts all.',
  })
  @Property({ type: 'string', nullable: true })
  site!: PlacementSite | null;
}
