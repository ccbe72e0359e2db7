import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, FieldResolver, ID, InterfaceType, Resolver, Root } from 'type-graphql';

import type { Confidence } from '../figure/confidence.js';
import { Basis, Bound, Figure, FigureStatus } from '../figure/figure.js';
import type { Rank } from '../figure/rank.js';
import type { ExclusionReason } from '../total/exclusion-reason.js';
import { partialDate, type DatePrecision } from '../figure/partial-date.js';
import type { Unit } from '../figure/unit.js';

/**
 * A record with a figure, and the columns that hold it. The interval from `low` to `high` is in whole hundredths of
 * the unit (yuan as fen), an open end being null; without a unit there is no figure.
 */
@Entity({ abstract: true })
@Index({ properties: ['facet', 'low', 'high'] })
@InterfaceType('Reported', {
  description: 'A record of what a source reports, with its figure.',
  autoRegisterImplementations: false,
  resolveType: (record: { __typename: string }) => record.__typename,
})
export abstract class Reported {
  @Field(() => ID, { description: 'Stable and opaque.' })
  @PrimaryKey({ type: 'string' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What a reader has to know of it, in English: mostly what the source leaves open; null where it is clear.',
  })
  @Property({ type: 'string', nullable: true })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in Chinese (备注); null where nobody wrote it.' })
  @Property({ type: 'string', nullable: true })
  noteZh!: string | null;

  @Property({ type: 'string', nullable: true }) distinction!: string | null;
  @Property({ type: 'string', nullable: true }) distinctionZh!: string | null;

  @Property({ type: 'string' }) dataset!: string;
  @Property({ type: 'bigint', nullable: true }) low!: number | null;
  @Property({ type: 'bigint', nullable: true }) high!: number | null;
  @Property({ type: 'string', nullable: true }) unit!: Unit | null;
  @Property({ type: 'string', nullable: true }) bound!: Bound | null;
  @Property({ type: 'string', nullable: true }) asPrinted!: string | null;
  @Property({ type: 'string' }) status!: FigureStatus;
  @Property({ type: 'string' }) basis!: Basis;
  @Property({ type: 'date', nullable: true }) fromDate!: string | null;
  @Property({ type: 'string', nullable: true }) fromPrecision!: DatePrecision | null;
  @Property({ type: 'date', nullable: true }) toDate!: string | null;
  @Property({ type: 'string', nullable: true }) toPrecision!: DatePrecision | null;

  /** Id of the record of the same type that this one is a part of. */
  @Property({ type: 'string', nullable: true, index: true }) includedInId!: string | null;

  /** Id of the record of the same type that this one may be a part of: the source leaves it open. */
  @Property({ type: 'string', nullable: true }) mayBeIncludedInId!: string | null;

  /** Id of the programme that it is about as a whole, in place of pairings. */
  @Property({ type: 'string', nullable: true, index: true }) programmeId!: string | null;

  @Property({ type: 'string', default: 'NORMAL' }) rank!: Rank;
  @Property({ type: 'string', nullable: true }) confidence!: Confidence | null;

  /** The key of what its figure is about; null without a figure. The importer works out it and what follows. */
  @Property({ type: 'string', nullable: true }) scope!: string | null;

  /** The number of its cluster; null where it stands to no other record, and none has a share in it. */
  @Property({ type: 'bigint', nullable: true, index: true }) cluster!: number | null;

  /** The number of those of its cluster that are of the same years. */
  @Property({ type: 'bigint', nullable: true }) yearCluster!: number | null;

  /** The number of those of its cluster that any keys have in the same groups. */
  @Property({ type: 'bigint', nullable: true, index: true }) block!: number | null;

  /** The number of what totals ask of it by itself. */
  @Property({ type: 'bigint', nullable: true }) facet!: number | null;

  /** Whether several pairings or parties have a share in it. */
  @Property({ type: 'boolean', default: false }) several!: boolean;

  /**
   * Why a total over everything that can be added to it does not add it in full, and the record because of which; null
   * where it does.
   */
  @Property({ type: 'string', nullable: true }) exclusion!: ExclusionReason | null;
  @Property({ type: 'string', nullable: true }) excludedBy!: string | null;

  /** The first and the last year of its span; null where it is not known. */
  @Property({ type: 'smallint', nullable: true }) firstYear!: number | null;
  @Property({ type: 'smallint', nullable: true }) lastYear!: number | null;

  /** Whether its span is a part of one year. */
  @Property({ type: 'boolean', default: false }) partOfYear!: boolean;

  /** The document that prints it, the first by id where there are several; its sources as one text. */
  @Property({ type: 'string', nullable: true }) document!: string | null;
  @Property({ type: 'string', nullable: true }) print!: string | null;
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
    asPrinted: row.asPrinted,
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

@Resolver(() => Reported)
export class ReportedResolver {
  @FieldResolver(() => Figure, {
    nullable: true,
    description: 'The number; null when the source reports the thing without one.',
  })
  figure(@Root() record: Reported): Figure | null {
    return figureOf(record);
  }
}
