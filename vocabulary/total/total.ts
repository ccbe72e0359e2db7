import { Arg, Directive, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../platform/described-enum.js';
import { totalCost } from '../record/connection.js';
import { Bound } from '../figure/figure.js';
import { figureText } from '../figure/figure-text.js';
import { Language } from '../figure/language.js';
import { Unit } from '../figure/unit.js';

export const ExclusionReason = describedEnum('ExclusionReason', 'Why a record is left out of a total.', {
  NO_FIGURE: ['without a number', '未给数字', 'The source reports it without a number.'],
  OTHER_KIND: [
    'of another kind',
    '类别不同',
    'It is of another kind: money of different kinds, or people at another stage, are never added.',
  ],
  OTHER_UNIT: ['in another unit', '单位不同', 'Its figure is in another unit, such as person-times beside persons.'],
  OTHER_STATUS: [
    'of another status',
    '状态不同',
    'It is of another status: planned, a target, committed, or not said.',
  ],
  OTHER_BASIS: [
    'of another span of time',
    '时间口径不同',
    'It covers time otherwise: figures of one year, of all time and levels are never added.',
  ],
  INCLUDED_IN_ANOTHER: [
    'part of another record',
    '已含于另一记录',
    'It is a part of another record that is counted here.',
  ],
  UNCLEAR_INCLUSION: [
    'perhaps part of another record',
    '可能含于另一记录',
    'It may be a part of another record that is counted here; the source leaves it open.',
  ],
});
export type ExclusionReason = EnumValue<typeof ExclusionReason>;

@Directive('@shareable')
@ObjectType({ description: 'Records that a total leaves out, by the reason.' })
class Exclusion {
  @Field(() => ExclusionReason, { description: 'Why they are left out.' })
  readonly reason!: ExclusionReason;

  @Field(() => Int, { description: 'How many records are left out for it.' })
  readonly count!: number;
}

@Directive('@shareable')
@Directive(totalCost)
@ObjectType({
  description:
    'A sum over records, each counted once, as an interval like the figures it adds, with what it leaves out and why.',
})
export class Total {
  @Field(() => Float, {
    nullable: true,
    description:
      'The sum, in `unit`, where every part is one number; null where a part is an interval, or where there is none.',
  })
  readonly value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Lowest sum that the parts allow, in `unit`; 0 where no record is counted; null where a part has no lower end.',
  })
  readonly min!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Highest sum that the parts allow, in `unit`; null where a part has no upper end, or where no record is counted.',
  })
  readonly max!: number | null;

  @Field(() => Unit, { description: 'What is added up.' })
  readonly unit!: Unit;

  @Field(() => Bound, {
    description: 'How the parts bound the true sum: AT_LEAST where one of them does, or where no record is counted.',
  })
  readonly bound!: Bound;

  @Field(() => Int, { description: 'How many records are added.' })
  readonly count!: number;

  @Field(() => [Exclusion], { description: 'What is left out, by reason; empty where nothing is.' })
  readonly excluded!: readonly Exclusion[];
}

@Resolver(() => Total)
export class TotalResolver {
  @FieldResolver(() => String, {
    description: 'Ready for display: "at least 20,200 jobs", "65.94 million yuan", "none reported".',
  })
  text(
    @Root() total: Total,
    @Arg('language', () => Language, { defaultValue: Language.EN, description: 'Language of the text.' })
    language: Language,
  ): string {
    if (total.count === 0) {
      return language === 'ZH' ? '未见报道' : 'none reported';
    }
    const { value, min, max, unit, bound } = total;
    return figureText({ value: value ?? min ?? max, min, max, unit, bound, status: 'ACTUAL' }, language);
  }
}

/** The sums and counts of a total as the database gives them; numbers may come as text. */
export type TotalColumns = Readonly<Record<string, number | string | null>>;

/** The column that counts what is left out for a reason. */
export const reasonColumn = (reason: ExclusionReason): string =>
  reason.toLowerCase().replace(/_(.)/g, (_match, letter: string) => letter.toUpperCase());

/** A total of the columns that `sums` selects; null stands for no record at all. */
export function totalOf(unit: Unit, columns: TotalColumns | null): Total {
  const number = (name: string): number => Number(columns?.[name] ?? 0);
  const count = number('parts');
  const excluded = Object.values(ExclusionReason)
    .map((reason) => ({ reason, count: number(reasonColumn(reason)) }))
    .filter((each) => each.count > 0);
  if (count === 0) {
    return { value: null, min: 0, max: null, unit, bound: Bound.AT_LEAST, count, excluded };
  }
  const min = number('openLow') > 0 ? null : number('low') / 100;
  const max = number('openHigh') > 0 ? null : number('high') / 100;
  const point = number('vague') > 0 ? Bound.ABOUT : number('inferred') > 0 ? Bound.INFERRED : Bound.EXACT;
  return { value: min === max ? min : null, min, max, unit, bound: boundOf(min, max, point), count, excluded };
}

function boundOf(min: number | null, max: number | null, point: Bound): Bound {
  if (min === null) {
    return max === null ? Bound.ABOUT : Bound.AT_MOST;
  }
  return max === null ? Bound.AT_LEAST : min === max ? point : Bound.RANGE;
}
