import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { Direction } from '../../../vocabulary/record/direction.js';
import { RecordFields } from '../../../vocabulary/record/record-fields.js';
import { Reported } from '../../../vocabulary/record/reported.js';

export const ExchangeKind = describedEnum('ExchangeKind', 'What kind of exchange it is.', {
  LEADERSHIP_VISIT: ['visit of leaders', '党政互访', 'A visit of leaders of Party and government (党政互访, 考察).'],
  BUSINESS_VISIT: ['visit of firms', '企业考察', 'A visit of firms (企业考察).'],
  CADRE_DELEGATION: [
    'delegation of cadres',
    '干部交流',
    'Delegations of cadres to the offices that match theirs (干部交流).',
  ],
  MUTUAL_VISIT: ['mutual visit', '互访', 'Visits of both sides, of any kind (互访).'],
  JOINT_MEETING: ['joint meeting', '联席会议', 'A joint meeting of the two sides, at any rank (联席会议).'],
  COORDINATION_MEETING: ['coordination meeting', '协调会', 'A coordination meeting (协调会).'],
  DEPARTMENT_MEETING: ['meeting of departments', '部门对接会', 'A meeting of the departments that match (部门对接会).'],
  COMMITTEE_MEETING: [
    'committee or executive meeting',
    '常委会、常务会、专题会',
    'A standing-committee, executive or special meeting of one side (常委会, 常务会, 专题会).',
  ],
  PROVINCIAL_MEETING: ['provincial work meeting', '全省工作会议', 'A work meeting of a province (全省工作会议).'],
  INSPECTION_MEETING: ['inspection meeting', '迎检会', 'A meeting at which results are inspected (迎检会).'],
  CULTURAL_EVENT: ['cultural event', '文化交流', 'A cultural event or performance (文化交流).'],
  DISASTER_AID: ['disaster aid', '抗灾支援', 'Help after a disaster (抗灾支援).'],
});
export type ExchangeKind = EnumValue<typeof ExchangeKind>;

@Directive('@key(fields: "id")')
@Entity({ tableName: 'exchange' })
@ObjectType({
  implements: Reported,
  description:
    'Visits, meetings, delegations and events, one or counted together. Its figure is their number; null for a single one.',
})
export class Exchange extends RecordFields {
  @Field(() => ExchangeKind, { description: 'What kind of exchange it is.' })
  @Property({ type: 'string' })
  kind!: ExchangeKind;

  @Field(() => String, { nullable: true, description: 'Name of the event in Chinese; null where it has none.' })
  @Property({ type: 'string', nullable: true })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'What it was, in English; null where it is not described.' })
  @Property({ type: 'string', nullable: true })
  titleEn!: string | null;

  @Field(() => Direction, {
    nullable: true,
    description: 'Which side travelled or helped; null where nobody did, or the source does not say.',
  })
  @Property({ type: 'string', nullable: true })
  direction!: Direction | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'In how many groups the people of the figure came (批次); null where the source does not count groups.',
  })
  @Property({ type: 'integer', nullable: true })
  groups!: number | null;
}
