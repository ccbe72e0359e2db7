import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { Direction } from '../../../vocabulary/record/direction.js';
import { RecordFields } from '../../../vocabulary/record/record-fields.js';

export const ExpertExchangeKind = describedEnum('ExpertExchangeKind', 'In what way skill crosses to the other side.', {
  TEACHING: ['teaching', '支教', 'Teachers teach at the other side (支教).'],
  TECHNICAL_HELP: ['technical help', '技术帮扶', 'Experts come and help with their technique (技术帮扶).'],
  SPECIALISTS_SENT: [
    'specialists sent to help',
    '专业人才援派',
    'Specialists of several professions are sent to help (专业人才援派).',
  ],
  EXCHANGE: ['exchange of people', '人员互派交流', 'People of both sides work or study with one another (互派, 交流).'],
  TECHNOLOGY: ['technologies passed on', '技术输出', 'Technologies are passed on, not people (输出技术).'],
});
export type ExpertExchangeKind = EnumValue<typeof ExpertExchangeKind>;

@Directive('@key(fields: "id")')
@Entity({ tableName: 'expert_exchange' })
@ObjectType({
  description:
    'Teachers, doctors, experts or technicians who work or help at the other side, and technologies passed on, as one source reports them.',
})
export class ExpertExchange extends RecordFields {
  @Field(() => ExpertExchangeKind, { description: 'In what way skill crosses.' })
  @Property({ type: 'string' })
  kind!: ExpertExchangeKind;

  @Field(() => Direction, { description: 'Which side they go to.' })
  @Property({ type: 'string' })
  direction!: Direction;

  @Field(() => String, {
    nullable: true,
    description: 'How often they come or meet, in English; null where the source does not say.',
  })
  @Property({ type: 'string', nullable: true })
  frequency!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in Chinese; null where it is not given.' })
  @Property({ type: 'string', nullable: true })
  frequencyZh!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'In how many batches they came (批次); null where the source does not say.',
  })
  @Property({ type: 'integer', nullable: true })
  batches!: number | null;
}
