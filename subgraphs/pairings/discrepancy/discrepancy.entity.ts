import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { Unit } from '../../../vocabulary/figure/unit.js';

export const DiscrepancyKind = describedEnum('DiscrepancyKind', 'In what way reports do not fit together.', {
  SUM_MISMATCH: ['sum does not match', '合计不符', 'Parts do not add up to their total (合计不符).'],
  DENOMINATOR_DRIFT: ['rates rest on unlike totals', '分母不一致', 'Two rates rest on unlike totals (分母不一致).'],
  SCOPE_DIFFERENCE: [
    'different scope',
    '口径不同',
    'Two numbers for like things differ in what or when they count (口径不同).',
  ],
  PARTIAL_ITEMISATION: [
    'not all are itemised',
    '列举不全',
    'The items named are fewer than the total claimed (列举不全).',
  ],
  CATEGORY_DIFFERENCE: [
    'different kinds',
    '类别不同',
    'Things of different kinds stand side by side and must not be added (类别不同).',
  ],
  INCLUSION_UNCLEAR: [
    'inclusion unclear',
    '包含关系不明',
    'The source does not say whether one figure is a part of another (包含关系不明).',
  ],
  PURPOSE_DIFFERENCE: ['two purposes for one sum', '用途表述不一', 'One sum is given two purposes (用途表述不一).'],
  CONFLICTING_REPORTS: [
    'reports disagree',
    '报道不一',
    'Documents give different numbers for the same thing (报道不一); the importer finds it.',
  ],
  CONFLICTING_DATES: ['dates disagree', '日期不一', 'Reports date one thing differently (日期不一).'],
  TAXONOMY_MISMATCH: ['lists disagree', '分类不一', 'Two lists of one thing differ (分类不一).'],
  NAME_VINTAGE: [
    'names of different times',
    '地名时代不一',
    'Names of different times stand in one list (地名时代不一).',
  ],
  MISPRINT: ['misprint', '印误', 'A source has a slip: a name or number that others show to be wrong (印误).'],
  DAMAGED_TEXT: ['damaged text', '文本残损', 'The text is damaged and the number restored (文本残损).'],
  DUPLICATE_TEXT: ['text printed twice', '文本重复', 'A text is printed twice, and its figures count once (文本重复).'],
});
export type DiscrepancyKind = EnumValue<typeof DiscrepancyKind>;

@Directive('@key(fields: "id")')
@Entity({ tableName: 'discrepancy' })
@ObjectType({
  description: 'A point at which reports do not fit together. All of them stay; nothing is overwritten or averaged.',
})
export class Discrepancy {
  @Field(() => ID, { description: 'Stable and opaque.' })
  @PrimaryKey({ type: 'string' })
  id!: string;

  @Property({ type: 'string' })
  dataset!: string;

  @Field(() => DiscrepancyKind, { description: 'In what way they do not fit.' })
  @Property({ type: 'string' })
  kind!: DiscrepancyKind;

  @Field(() => String, { description: 'What does not fit, in English.' })
  @Property({ type: 'string' })
  text!: string;

  @Field(() => String, { description: 'What does not fit, in Chinese.' })
  @Property({ type: 'string' })
  textZh!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'By how much the reports differ, in `unit`; null where that is no number.',
  })
  @Property({ type: 'double', nullable: true })
  difference!: number | null;

  @Field(() => Unit, { nullable: true, description: 'Unit of `difference`; null where there is none.' })
  @Property({ type: 'string', nullable: true })
  unit!: Unit | null;

  /** Id of the region it concerns. */
  @Property({ type: 'string', nullable: true, index: true })
  regionId!: string | null;
}

/** The records that a discrepancy is between, of any subgraph. */
@Entity({ tableName: 'discrepancy_record' })
export class DiscrepancyRecord {
  @PrimaryKey({ type: 'string' }) discrepancy!: string;
  @PrimaryKey({ type: 'integer' }) place!: number;
  @Property({ type: 'string' }) dataset!: string;
  @Property({ type: 'string' }) type!: string;
  @Property({ type: 'string', index: true }) record!: string;
}
