import { Arg, Ctx, Directive, Field, FieldResolver, Float, ObjectType, Resolver, Root } from 'type-graphql';

import type { VocabularyContext } from '../context.js';
import { Basis, Bound, FigureStatus } from './figure-enums.js';
import { figureText } from './figure-text.js';
import { Language } from './language.js';
import { PartialDate, partialDate } from './partial-date.js';
import type { Reported } from '../record/reported.js';
import { SourceRef } from './source-ref.js';
import { Unit } from './unit.js';

export { Basis, Bound, FigureStatus };

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

/** The figure of a record; null when the source reports the thing without a number. */
export function figureOf(row: Reported): Figure | null {
  if (row.unit === null) {
    return null;
  }
  const min = fromHundredths(row.low);
  const max = fromHundredths(row.high);
  return {
    record: row.id,
    value: row.bound === 'RANGE' ? null : (min ?? max),
    min,
    max,
    unit: row.unit,
    bound: row.bound ?? Bound.EXACT,
    status: row.status,
    basis: row.basis,
    from: partialDate(row.fromDate, row.fromPrecision),
    to: partialDate(row.toDate, row.toPrecision),
  };
}

/** Numbers are stored as whole hundredths of their unit (yuan as fen); the database may give them as text. */
function fromHundredths(stored: number | string | null): number | null {
  return stored === null ? null : Number(stored) / 100;
}

@Resolver(() => Figure)
export class FigureResolver {
  @FieldResolver(() => String, { description: 'Ready for display: "at least 35 million yuan", "至少3500万元".' })
  text(
    @Root() figure: Figure,
    @Arg('language', () => Language, { defaultValue: Language.EN, description: 'Language of the text.' })
    language: Language,
  ): string {
    return figureText(figure, language);
  }

  @FieldResolver(() => [SourceRef], { description: 'Where it is printed: at least one place.' })
  async sources(@Root() figure: Figure, @Ctx() context: VocabularyContext): Promise<readonly SourceRef[]> {
    return context.sources.of(figure.record);
  }
}
