import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { RecordFields } from '../../../vocabulary/record/record-fields.js';
import { Reported } from '../../../vocabulary/record/reported.js';

export const FundKind = describedEnum(
  'FundKind',
  'What kind of money it is. Money of different kinds is never added.',
  {
    FISCAL: [
      'fiscal money',
      '财政帮扶资金',
      'Money from budgets (财政帮扶资金).',
      ['财政资金', '财政', '财政援助资金', '财政协作资金'],
    ],
    SOCIAL: [
      'donations in money and in kind',
      '社会帮扶',
      'Donations in money and in kind together (社会帮扶).',
      ['社会捐赠', '社会帮扶资金', '捐款捐物'],
    ],
    SOCIAL_CASH: [
      'donations in money',
      '捐款',
      'Donations in money (捐款); part of SOCIAL.',
      ['社会捐款', '现金捐赠', '捐赠资金'],
    ],
    SOCIAL_IN_KIND: [
      'donations in kind',
      '捐物',
      'Donations in kind, at the value reported (捐物); part of SOCIAL.',
      ['物资捐赠', '捐赠物资', '社会捐物'],
    ],
    INVESTMENT: ['investment', '招商引资', 'Capital that outside firms were brought to invest (招商引资); no aid.'],
    FINANCING: ['financing', '融资', 'Money raised on the market, to be paid back (融资); no aid.'],
    UNSPECIFIED: ['money of unspecified kind', '未说明类别的资金', 'The source does not say what kind of money it is.'],
  },
);
export type FundKind = EnumValue<typeof FundKind>;

export const FundTier = describedEnum('FundTier', 'From the budget of which level of administration money is.', {
  CENTRAL: ['central', '中央', 'The central budget (中央).'],
  PROVINCE: ['province', '省级', 'The budget of a province (省级).'],
  PREFECTURE: ['prefecture', '市级', 'The budget of a city or prefecture (市级).'],
  COUNTY: ['county', '县级', 'The budget of a county or district (县级).'],
  TOWNSHIP: ['township', '乡镇', 'The budget of a township or street (乡镇).'],
});
export type FundTier = EnumValue<typeof FundTier>;

@Directive('@key(fields: "id")')
@Entity({ tableName: 'fund' })
@ObjectType({ implements: Reported, description: 'Money given or raised, as one source reports it.' })
export class Fund extends RecordFields {
  @Field(() => FundKind, { description: 'What kind of money it is.' })
  @Property({ type: 'string' })
  kind!: FundKind;

  @Field(() => FundTier, {
    nullable: true,
    description: 'From whose budget it is; null where the source does not say, or counts all of them.',
  })
  @Property({ type: 'string', nullable: true })
  tier!: FundTier | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the money is for or where it comes from, in a few words of English; null where the source says no more than its kind.',
  })
  @Property({ type: 'string', nullable: true })
  purpose!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in Chinese; null where it is not given.' })
  @Property({ type: 'string', nullable: true })
  purposeZh!: string | null;
}
