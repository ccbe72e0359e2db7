import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { RecordFields } from '../../../vocabulary/record/record-fields.js';
import { Reported } from '../../../vocabulary/record/reported.js';

export const Indicator = describedEnum('Indicator', 'What an outcome measures.', {
  POOR_HOUSEHOLDS: 'Households registered as poor (建档立卡贫困户).',
  POOR_PERSONS: 'Persons registered as poor (建档立卡贫困人口).',
  POOR_VILLAGES: 'Poor villages (贫困村).',
  KEY_POOR_VILLAGES: 'Key poor villages (重点贫困村).',
  HOUSEHOLDS_LIFTED: 'Households lifted out of poverty (脱贫户).',
  PERSONS_LIFTED: 'Persons lifted out of poverty (脱贫人口); of a pairing, those whom its money helped.',
  POOR_VILLAGES_LIFTED: 'Poor villages taken off the poverty list (贫困村退出).',
  KEY_POOR_VILLAGES_LIFTED: 'Key poor villages taken off the poverty list (重点贫困村出列).',
  HOUSEHOLDS_STILL_POOR: 'Households not yet lifted out of poverty (未脱贫户).',
  PERSONS_STILL_POOR: 'Persons not yet lifted out of poverty (未脱贫人口).',
  POVERTY_INCIDENCE: 'Share of the registered poor in the population (贫困发生率).',
  COUNTY_EXIT: 'The county’s removal from the poverty list (脱贫摘帽, 整县退出).',
  DEEPLY_POOR_VILLAGES_PAIRED: 'Deeply poor villages that a pairing covers (深度贫困村结对覆盖).',
  ISSUES_RESOLVED: 'Problems that were solved (解决困难问题).',
  NEW_VILLAGES_BUILT: 'New villages of the Yi that were built (彝家新寨).',
  SAFE_WATER: 'Persons who got safe drinking water (饮水安全).',
  GDP_GROWTH: 'Gross domestic product at the end as a multiple of that at the start (地区生产总值).',
  FIXED_ASSET_INVESTMENT: 'Investment in fixed assets (固定资产投资).',
  FISCAL_REVENUE_GROWTH: 'Growth of budget revenue, in times of that at the start (财政预算收入).',
  RURAL_INCOME_GROWTH: 'Yearly growth of farmers’ net income per head (农牧民人均纯收入).',
  COLLECTIVE_INCOME: 'Income of a village’s collective economy (村集体经济).',
  POPULATION: 'Inhabitants (总人口).',
  ETHNIC_MINORITY_SHARE: 'Share of ethnic minorities in the population (少数民族人口占比).',
  LAND_AREA: 'Land area (国土面积).',
  VILLAGES: 'Villages administered (行政村).',
  URBAN_COMMUNITIES: 'Urban communities administered (城市社区).',
  NATIONAL_NATURE_RESERVES: 'Nature reserves of national rank (国家级自然保护区).',
  PROVINCIAL_INDUSTRIAL_PARKS: 'Industrial parks of provincial rank (省级工业园区).',
  GOOD_AIR_DAYS: 'Days of a year with good air (空气优良天数).',
});
export type Indicator = EnumValue<typeof Indicator>;

@Directive('@key(fields: "id")')
@Entity({ tableName: 'outcome' })
@ObjectType({
  implements: Reported,
  description:
    'An indicator of a region, as one source reports it: reached, or set as a target. A target may have a date and no number.',
})
export class Outcome extends RecordFields {
  @Field(() => Indicator, { description: 'What it measures.' })
  @Property({ type: 'string' })
  indicator!: Indicator;

  /** Id of the region it is about. */
  @Property({ type: 'string', nullable: true, index: true })
  regionId!: string | null;
}
