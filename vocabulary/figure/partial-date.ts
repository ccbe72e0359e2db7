import { Arg, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';

import { describedEnum, labelsOf, type EnumValue } from '../../platform/described-enum.js';
import { labelText } from '../../platform/enum-label.js';
import { Language } from './language.js';

export const DatePrecision = describedEnum('DatePrecision', 'How much of a date the source gives.', {
  DAY: ['to the day', '精确到日', 'The day (日).'],
  MONTH: ['to the month', '精确到月', 'The month (月); `date` is its first day.'],
  HALF_YEAR: ['to the half-year', '精确到半年', 'The half-year (上半年, 下半年); `date` is 1 January or 1 July.'],
  YEAR: ['to the year', '精确到年', 'The year (年); `date` is its first day.'],
  DECADE: ['to the decade', '精确到年代', 'The decade (年代); `date` is its first day.'],
  UNKNOWN: ['date unknown', '日期不详', 'There is a date, and the source does not give it; `date` is null.'],
});
export type DatePrecision = EnumValue<typeof DatePrecision>;

@Directive('@shareable')
@ObjectType({ description: 'A date as precise as its source gives it: "December 2016" is not its first day.' })
export class PartialDate {
  @Field(() => Date, {
    nullable: true,
    description: 'First day of the span that `precision` names; null when it is UNKNOWN.',
  })
  readonly date!: string | null;

  @Field(() => DatePrecision, { description: 'How much of `date` the source gives.' })
  readonly precision!: DatePrecision;
}

/** The date that a pair of columns holds; null when the source gives none. */
export function partialDate(date: string | null, precision: DatePrecision | null): PartialDate | null {
  return precision === null ? null : { date, precision };
}

@Resolver(() => PartialDate)
export class PartialDateResolver {
  @FieldResolver(() => String, {
    description: 'Ready for display: "December 2016", "first half of 2018", "2016年12月".',
  })
  text(
    @Root() date: PartialDate,
    @Arg('language', () => Language, { defaultValue: Language.EN, description: 'Language of the text.' })
    language: Language,
  ): string {
    return partialDateText(date, language);
  }
}

/** The day after the span that a date of a precision names. */
export function partialDateEnd(date: string, precision: DatePrecision): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const [years, months, days] = spans[precision];
  return new Date(Date.UTC(year + years, month - 1 + months, day + days)).toISOString().slice(0, 10);
}

/** Years, months and days of the span that a precision names. */
const spans: Readonly<Record<DatePrecision, readonly [number, number, number]>> = {
  DAY: [0, 0, 1],
  MONTH: [0, 1, 0],
  HALF_YEAR: [0, 6, 0],
  YEAR: [1, 0, 0],
  DECADE: [10, 0, 0],
  UNKNOWN: [0, 0, 0],
};

const unknown = labelsOf(DatePrecision).UNKNOWN;

/** A partial date for display: `December 2016`, `2016年12月`. */
export function partialDateText({ date, precision }: PartialDate, language: Language): string {
  if (date === null) {
    return labelText(unknown, language);
  }
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const century = Math.floor(year / 100) + 1;
  const chinese: Record<DatePrecision, string> = {
    DAY: `${year}年${month}月${day}日`,
    MONTH: `${year}年${month}月`,
    HALF_YEAR: `${year}年${month < 7 ? '上' : '下'}半年`,
    YEAR: `${year}年`,
    DECADE: `${century}世纪${year % 100}年代`,
    UNKNOWN: `${year}年`,
  };
  const english: Record<DatePrecision, string> = {
    DAY: `${day} ${monthName(month)} ${year}`,
    MONTH: `${monthName(month)} ${year}`,
    HALF_YEAR: `${month < 7 ? 'first' : 'second'} half of ${year}`,
    YEAR: `${year}`,
    DECADE: `the ${year}s`,
    UNKNOWN: `${year}`,
  };
  return (language === 'ZH' ? chinese : english)[precision];
}

/** Formats are made once: making one takes longer than all else that a text needs. */
const monthFormat = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

function monthName(month: number): string {
  return monthFormat.format(Date.UTC(2000, month - 1));
}
