import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, FieldResolver, ID, InterfaceType, Resolver, Root } from 'type-graphql';

import { Basis, Bound, Figure, FigureStatus, figureOf } from '../figure/figure.js';
import type { DatePrecision } from '../figure/partial-date.js';
import type { Unit } from '../figure/unit.js';

/**
 * A record with a figure, and the columns that hold it. The interval from `low` to `high` is in whole hundredths of
 * the unit (yuan as fen), an open end being null; without a unit there is no figure.
 */
@Entity({ abstract: true })
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
    description: 'What the source leaves open about it, in English; null where it is clear.',
  })
  @Property({ type: 'string', nullable: true })
  note!: string | null;

  @Property({ type: 'string' }) dataset!: string;
  @Property({ type: 'bigint', nullable: true }) low!: number | null;
  @Property({ type: 'bigint', nullable: true }) high!: number | null;
  @Property({ type: 'string', nullable: true }) unit!: Unit | null;
  @Property({ type: 'string', nullable: true }) bound!: Bound | null;
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
