import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { RecordFields } from '../../../vocabulary/record/record-fields.js';
import { Reported } from '../../../vocabulary/record/reported.js';

export const ProvisionKind = describedEnum('ProvisionKind', 'What kind of thing was agreed or set up.', {
  MECHANISM: ['mechanism', '机制、制度', 'A way in which the two sides work together (机制, 制度).'],
  RULE: ['rules', '规定', 'Rules for money or for people: budgets, audits, shares, conduct (规定).'],
  FIELDS: ['fields of cooperation', '合作领域', 'A list of fields of cooperation, tasks or needs (合作领域, 任务).'],
  AGREEMENT: ['agreement', '协议', 'An agreement that parties signed (协议).'],
  PLAN: ['plan', '规划、计划', 'A plan, or what one side says it will do (规划, 计划).'],
  CHECKLIST: ['checklist', '清单', 'A list of things to be done in each place (清单).'],
  MODEL: ['model', '模式', 'A model or mode of assistance (模式).'],
  POLICY: ['policy', '政策', 'A policy, a programme or a statement of principle (政策, 工程, 思路).'],
  CAMPAIGN: ['campaign', '品牌、活动', 'A brand, a campaign or a promotion (品牌, 活动, 推介).'],
  ORGANISATION: [
    'organisation',
    '组织、职责',
    'What a body is set up for, who leads it, who belongs to it (组织, 职责).',
  ],
  DESIGNATION: ['designation', '称号', 'A title that a place holds or seeks, a distinction, a first (称号, 首创).'],
  PROFILE: ['profile', '概况', 'What marks a place: where it lies, who lives there, what it keeps (概况).'],
});
export type ProvisionKind = EnumValue<typeof ProvisionKind>;

@Directive('@key(fields: "id")')
@Entity({ tableName: 'provision' })
@ObjectType({
  implements: Reported,
  description:
    'What parties agreed, set up or hold: a mechanism, a rule, a list of fields, a campaign, a title. Its figure is how many items its list has, or its threshold.',
})
export class Provision extends RecordFields {
  @Field(() => ProvisionKind, { description: 'What kind of thing it is.' })
  @Property({ type: 'string' })
  kind!: ProvisionKind;

  @Field(() => String, { description: 'Its name in Chinese, or what it is where it has none.' })
  @Property({ type: 'string' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What it is, in English; null where it is not translated.' })
  @Property({ type: 'string', nullable: true })
  titleEn!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether `items` are all there are: false where the source says "and others"; null where it does not say.',
  })
  @Property({ type: 'boolean', nullable: true })
  complete!: boolean | null;
}
