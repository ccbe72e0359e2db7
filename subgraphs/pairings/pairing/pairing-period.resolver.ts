import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { checkDay } from '../../../platform/scalars.js';
import { fieldsOf, one } from '../../../vocabulary/fields.js';
import { PartialDate, partialDate, partialDateEnd } from '../../../vocabulary/figure/partial-date.js';
import { SourceRef } from '../../../vocabulary/figure/source-ref.js';
import type { PairingsContext } from '../context.js';
import { documentType } from '../document/document.type.js';
import { roundType } from '../round/round.type.js';
import { periodHoldsOn, type MergedPeriod } from './merged-period.js';
import { PairingPeriod } from './pairing-period.entity.js';
import { pairingType } from './pairing.type.js';

@Resolver(() => PairingPeriod)
export class PairingPeriodResolver {
  @FieldResolver(() => PartialDate, { nullable: true, description: 'When it began; null where no source dates it.' })
  from(@Root() period: MergedPeriod): PartialDate | null {
    return partialDate(period.fromDate, period.fromPrecision);
  }

  @FieldResolver(() => PartialDate, {
    nullable: true,
    description:
      'When it ended, itself not included; null where no end is reported, which is not to say that it holds today: see `lastConfirmed`.',
  })
  to(@Root() period: MergedPeriod): PartialDate | null {
    return partialDate(period.toDate, period.toPrecision);
  }

  @FieldResolver(() => PartialDate, {
    nullable: true,
    description: 'By when it had ended; null unless `end` is ENDED_BEFORE.',
  })
  endedBefore(@Root() period: MergedPeriod): PartialDate | null {
    return partialDate(period.endedBeforeDate, period.endedBeforePrecision);
  }

  @FieldResolver(() => PartialDate, {
    nullable: true,
    description:
      'When the latest of its sources was published: until then it is known to hold. Of one that is ENDED_BEFORE a day only sources before it count. Null where an end is reported that is no plan, or no source is dated.',
  })
  async lastConfirmed(@Root() period: MergedPeriod, @Ctx() context: PairingsContext): Promise<PartialDate | null> {
    const isOpen = period.toPrecision === null || period.end === 'PLANNED_TERM' || period.end === 'ENDED_BEFORE';
    if (!isOpen) {
      return null;
    }
    const places = await sourcesOf(period, context);
    const documents = await Promise.all(places.map(({ document }) => context.documents.byId(document?.id ?? '')));
    const dates = documents.flatMap(
      (each) => partialDate(each?.publishedDate ?? null, each?.publishedPrecision ?? null) ?? [],
    );
    const dated = dates.filter(({ date }) => date !== null && date < (period.endedBeforeDate ?? '9'));
    return dated.toSorted((one, other) => lastDay(one).localeCompare(lastDay(other))).at(-1) ?? null;
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether it is known to have held on a day: it had begun and not ended, and an end was reported later, or a source of that day or a later one shows it. False for a day after `lastConfirmed`: there it may hold still.',
  })
  async confirmed(
    @Root() period: MergedPeriod,
    @Arg('asOf', () => Date, { description: 'The day.' }) asOf: string,
    @Ctx() context: PairingsContext,
  ): Promise<boolean> {
    const day = checkDay('asOf', asOf);
    if (!periodHoldsOn(period, day)) {
      return false;
    }
    const last = await this.lastConfirmed(period, context);
    return last === null ? period.toDate !== null : day < lastDay(last);
  }

  @FieldResolver(() => [SourceRef], { description: 'Where the period is reported: at least one place.' })
  async sources(@Root() period: MergedPeriod, @Ctx() context: PairingsContext): Promise<readonly SourceRef[]> {
    return sourcesOf(period, context);
  }

  @FieldResolver(() => [SourceRef], {
    description:
      'Which of `sources` give the beginning that `from` has, as far as the data sets tell them apart; empty where it has none.',
  })
  async fromSources(@Root() { rows, fromDate }: MergedPeriod, @Ctx() context: PairingsContext): Promise<SourceRef[]> {
    return fromDate === null ? [] : datedBy(rows, 'from', context);
  }

  @FieldResolver(() => [SourceRef], {
    description:
      'Which of `sources` give the end that `to` has: of several reporters those with the last; empty where none is reported.',
  })
  async toSources(@Root() { endRows }: MergedPeriod, @Ctx() context: PairingsContext): Promise<SourceRef[]> {
    return datedBy(endRows, 'to', context);
  }
}

/** The day after the span of a date. */
const lastDay = ({ date, precision }: PartialDate): string => (date === null ? '' : partialDateEnd(date, precision));

/** The places that any of the rows of a period names, each once. */
async function sourcesOf({ rows }: MergedPeriod, { sources }: PairingsContext): Promise<SourceRef[]> {
  return eachOnce((await Promise.all(rows.map((row) => sources.of(row)))).flat());
}

/** The places by which rows of a period date one of its ends: all of a row that tells no more. */
async function datedBy(
  rows: readonly string[],
  end: 'from' | 'to',
  { sources }: PairingsContext,
): Promise<SourceRef[]> {
  const places = rows.map(async (row) => {
    const own = await sources.of(`${row}/${end}`);
    return own.length > 0 ? own : sources.of(row);
  });
  return eachOnce((await Promise.all(places)).flat());
}

function eachOnce(places: readonly SourceRef[]): SourceRef[] {
  const inDocument = Map.groupBy(places, ({ document }) => document?.id);
  return Array.from(inDocument.values(), (each) => {
    const paragraphs = [...new Set(each.map(({ paragraph }) => paragraph))].filter((paragraph) => paragraph !== null);
    // A paragraph says more than the document as a whole.
    return (paragraphs.length === 0 ? [null] : paragraphs).map((paragraph) => ({
      document: each[0]?.document ?? null,
      paragraph,
    }));
  }).flat();
}

export const pairingPeriodFields = fieldsOf(PairingPeriod, {
  round: one(roundType, 'roundId', 'The round that it is of; null where the data set does not say.'),
  supersededBy: one(
    roundType,
    'supersededById',
    'The round whose list took its place; null unless `end` is SUPERSEDED.',
  ),
  basis: one(documentType, 'basisId', 'The document that set it (法规依据); null where the source names none.'),
  parent: one(
    pairingType,
    'parentId',
    'The pairing that it is part of in this span; null where there is none, or the data set gives one for all spans, which `Pairing.parent` has.',
  ),
});
