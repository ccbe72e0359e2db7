import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { RecordFields } from '../../../vocabulary/record/record-fields.js';
import { Reported } from '../../../vocabulary/record/reported.js';

export const Indicator = describedEnum('Indicator', 'What an outcome measures.', {
  POOR_HOUSEHOLDS: [
    'households registered as poor',
    '建档立卡贫困户',
    'Households registered as poor (建档立卡贫困户).',
  ],
  POOR_PERSONS: ['persons registered as poor', '建档立卡贫困人口', 'Persons registered as poor (建档立卡贫困人口).'],
  POOR_VILLAGES: ['poor villages', '贫困村', 'Poor villages (贫困村).'],
  KEY_POOR_VILLAGES: ['key poor villages', '重点贫困村', 'Key poor villages (重点贫困村).'],
  HOUSEHOLDS_LIFTED: ['households lifted out of poverty', '脱贫户', 'Households lifted out of poverty (脱贫户).'],
  PERSONS_LIFTED: [
    'persons lifted out of poverty',
    '脱贫人口',
    'Persons lifted out of poverty (脱贫人口); of a pairing, those whom its money helped.',
  ],
  POOR_VILLAGES_LIFTED: [
    'villages off the poverty list',
    '贫困村退出',
    'Poor villages taken off the poverty list (贫困村退出).',
  ],
  KEY_POOR_VILLAGES_LIFTED: [
    'key villages off the poverty list',
    '重点贫困村出列',
    'Key poor villages taken off the poverty list (重点贫困村出列).',
  ],
  HOUSEHOLDS_STILL_POOR: ['households still poor', '未脱贫户', 'Households not yet lifted out of poverty (未脱贫户).'],
  PERSONS_STILL_POOR: ['persons still poor', '未脱贫人口', 'Persons not yet lifted out of poverty (未脱贫人口).'],
  POVERTY_INCIDENCE: [
    'share of registered poor',
    '贫困发生率',
    'Share of the registered poor in the population (贫困发生率).',
  ],
  COUNTY_EXIT: [
    'county off the poverty list',
    '脱贫摘帽',
    'The county’s removal from the poverty list (脱贫摘帽, 整县退出).',
  ],
  DEEPLY_POOR_VILLAGES_PAIRED: [
    'deeply poor villages paired',
    '深度贫困村结对覆盖',
    'Deeply poor villages that a pairing covers (深度贫困村结对覆盖).',
  ],
  ISSUES_RESOLVED: ['problems solved', '解决困难问题', 'Problems that were solved (解决困难问题).'],
  NEW_VILLAGES_BUILT: ['new Yi villages built', '彝家新寨', 'New villages of the Yi that were built (彝家新寨).'],
  SAFE_WATER: ['persons who got safe water', '饮水安全', 'Persons who got safe drinking water (饮水安全).'],
  GDP_GROWTH: [
    'growth of gross domestic product',
    '地区生产总值增长',
    'Gross domestic product at the end as a multiple of that at the start (地区生产总值).',
  ],
  FIXED_ASSET_INVESTMENT: ['investment in fixed assets', '固定资产投资', 'Investment in fixed assets (固定资产投资).'],
  FISCAL_REVENUE_GROWTH: [
    'growth of budget revenue',
    '财政预算收入增长',
    'Growth of budget revenue, in times of that at the start (财政预算收入).',
  ],
  RURAL_INCOME_GROWTH: [
    'growth of rural income',
    '农牧民人均纯收入增长',
    'Yearly growth of farmers’ net income per head (农牧民人均纯收入).',
  ],
  COLLECTIVE_INCOME: [
    'income of the village collective',
    '村集体经济收入',
    'Income of a village’s collective economy (村集体经济).',
  ],
  POPULATION: ['inhabitants', '总人口', 'Inhabitants (总人口).'],
  ETHNIC_MINORITY_SHARE: [
    'share of ethnic minorities',
    '少数民族人口占比',
    'Share of ethnic minorities in the population (少数民族人口占比).',
  ],
  LAND_AREA: ['land area', '国土面积', 'Land area (国土面积).'],
  PERSONS_REACHED: [
    'persons reached',
    '惠及群众',
    'Persons whom projects reach, whether lifted or not (惠及群众, 带动贫困人口).',
  ],
  PUPILS_HELPED: ['pupils helped', '资助学生', 'Pupils and students who are helped (资助学生).'],
  MODEL_VILLAGES: ['model villages', '乡村振兴示范村', 'Model villages that are built with the help (乡村振兴示范村).'],
  FISCAL_AID_PER_COUNTY: [
    'fiscal aid for each county',
    '县均财政援助资金',
    'Fiscal aid for each county that is helped, on average (县均财政援助资金).',
  ],
  VILLAGES: ['villages administered', '行政村', 'Villages administered (行政村).'],
  URBAN_COMMUNITIES: ['urban communities', '城市社区', 'Urban communities administered (城市社区).'],
  NATIONAL_NATURE_RESERVES: [
    'national nature reserves',
    '国家级自然保护区',
    'Nature reserves of national rank (国家级自然保护区).',
  ],
  PROVINCIAL_INDUSTRIAL_PARKS: [
    'provincial industrial parks',
    '省级工业园区',
    'Industrial parks of provincial rank (省级工业园区).',
  ],
  GOOD_AIR_DAYS: ['days with good air', '空气优良天数', 'Days of a year with good air (空气优良天数).'],
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
