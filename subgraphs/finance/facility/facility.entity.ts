import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { RecordFields } from '../../../vocabulary/record/record-fields.js';
import { Reported } from '../../../vocabulary/record/reported.js';

export const FacilityKind = describedEnum('FacilityKind', 'What kind of place of work it is.', {
  INDUSTRIAL_PARK: ['industrial park', '产业园区', 'An industrial park that both sides build (共建产业园区).'],
  WORKSHOP: ['workshop', '帮扶车间', 'A workshop in a village or town that employs people there (帮扶车间).'],
  FARM_BASE: ['farming base', '农业基地', 'A base of farming (农业产业基地).'],
  LABOUR_BASE: ['labour base', '劳务基地', 'A base that trains or employs workers from there (劳务协作基地).'],
});
export type FacilityKind = EnumValue<typeof FacilityKind>;

export const FacilityCount = describedEnum('FacilityCount', 'What a figure of facilities counts.', {
  FACILITIES: ['facilities', '数量', 'The facilities themselves (数量).'],
  WORKERS: ['people employed', '吸纳就业人数', 'The people who work in them (吸纳就业人数).'],
  FIRMS: ['firms', '入驻企业数', 'The firms in them (入驻企业数).'],
  MONEY: ['money', '投入资金', 'The money put into them (投入资金), in yuan.'],
});
export type FacilityCount = EnumValue<typeof FacilityCount>;

@Directive('@key(fields: "id")')
@Entity({ tableName: 'facility' })
@ObjectType({
  implements: Reported,
  description: 'Industrial parks, workshops and bases (产业园区、帮扶车间、基地), as one source reports them.',
})
export class Facility extends RecordFields {
  @Field(() => FacilityKind, { description: 'What kind of place of work it is.' })
  @Property({ type: 'string' })
  kind!: FacilityKind;

  @Field(() => FacilityCount, { description: 'What the figure counts.' })
  @Property({ type: 'string' })
  counts!: FacilityCount;

  @Field(() => String, { nullable: true, description: 'Its name in Chinese; null where it is only counted.' })
  @Property({ type: 'string', nullable: true })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is, in English; null where it is only counted.' })
  @Property({ type: 'string', nullable: true })
  titleEn!: string | null;
}
