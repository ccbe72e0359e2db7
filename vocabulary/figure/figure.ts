import { Directive, Field, Float, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../platform/described-enum.js';
import { PartialDate } from './partial-date.js';
import { Unit } from './unit.js';

export const Bound = describedEnum('Bound', 'How the source’s words bound the true number.', {
  EXACT: ['exact', '确数', 'The number itself.'],
  AT_LEAST: ['at least', '至少', 'The number or more (余, 多, 以上).'],
  AT_MOST: ['at most', '至多', 'The number or less (以内, 不超过).'],
  ABOUT: ['about', '约', 'Near the number, above or below (左右, 约).'],
  RANGE: ['range', '区间', 'Between two numbers (3至5名); `value` is null.'],
  APPROACHING: ['nearly', '接近', 'A little below the number (近, 靠齐).'],
  INFERRED: [
    'inferred from a damaged text',
    '据残损文本推断',
    'Restored from a damaged or partial text; not printed as it stands here.',
  ],
  DERIVED: [
    'worked out',
    '据其他数字推算',
    'Worked out from other numbers of the source, such as “three times that of the year before”.',
  ],
});
export type Bound = EnumValue<typeof Bound>;

export const FigureStatus = describedEnum(
  'FigureStatus',
  'Whether the source reports a thing as done or as intended.',
  {
    ACTUAL: ['done', '已完成', 'Done or in force (已完成).'],
    COMMITTED: ['committed', '已安排', 'Promised or budgeted by the one who pays (安排, 承诺).'],
    PLANNED: ['planned', '计划', 'Planned (计划).'],
    TARGET: ['target', '目标', 'A goal set by an authority (目标).'],
    EXPECTED: ['expected', '预计', 'Expected to follow (预计, 可带动).'],
    UNSPECIFIED: [
      'done or planned is not said',
      '未说明是否完成',
      'The source does not say whether it is done or planned.',
    ],
  },
);
export type FigureStatus = EnumValue<typeof FigureStatus>;

export const Basis = describedEnum(
  'Basis',
  'Which span of time a figure covers. Figures of unlike basis are never added.',
  {
    LEVEL: [
      'level',
      '当期水平',
      'The state at a time, or the amount set for a period (as in a budget raised from 3 to 25 million).',
    ],
    ANNUAL: ['of one year', '当年', 'What came in one year.'],
    RATE: ['a year', '每年', 'So much in each year of several (每年); yearly figures of their own are ANNUAL.'],
    CUMULATIVE: ['cumulative', '累计', 'All up to a time (累计).'],
  },
);
export type Basis = EnumValue<typeof Basis>;

/** The largest number a figure can have: nine trillion, exact to the hundredth. */
export const maxFigure = 9e12;

@Directive('@shareable')
@ObjectType({
  description: 'A number as a source reports it, with its bounds. Two reports of one thing may differ; both stay.',
})
export class Figure {
  /** The record that the figure stands on. */
  readonly record!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'The number that the source prints, in `unit`; null when it prints a range. Read it with `bound`.',
  })
  readonly value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Lowest number that the words allow, in `unit`; null when they set no lower end.',
  })
  readonly min!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Highest number that the words allow, in `unit`; null when they set no upper end.',
  })
  readonly max!: number | null;

  @Field(() => Unit, { description: 'What the number counts.' })
  readonly unit!: Unit;

  @Field(() => Bound, { description: 'How the source’s words bound the true number.' })
  readonly bound!: Bound;

  @Field(() => String, {
    nullable: true,
    description:
      'What the source prints, as it was entered: "约2500余万元"; null where it was entered in digits, in `unit`. `text` is the same in one form for all figures.',
  })
  readonly asPrinted!: string | null;

  @Field(() => FigureStatus, { description: 'Whether it is reported as done or as intended.' })
  readonly status!: FigureStatus;

  @Field(() => Basis, { description: 'Which span of time it covers.' })
  readonly basis!: Basis;

  @Field(() => PartialDate, {
    nullable: true,
    description: 'Start of the period covered; null when the source gives none.',
  })
  readonly from!: PartialDate | null;

  @Field(() => PartialDate, {
    nullable: true,
    description:
      'End of the period covered, itself not included: a figure for 2018 ends with 2019. Null when the source gives none.',
  })
  readonly to!: PartialDate | null;
}
