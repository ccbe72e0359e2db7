import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

import { Confidence } from '../../../vocabulary/figure/confidence.js';
import { Bound } from '../../../vocabulary/figure/figure.js';
import type { DatePrecision } from '../../../vocabulary/figure/partial-date.js';
import { PeriodEnd } from './period-end.js';

/** What one data set reports of a period. Those of one pairing, beginning and basis are one period: `mergedPeriods`. */
@Entity({ tableName: 'pairing_period' })
@ObjectType({ description: 'A span in which a pairing holds by one decision.' })
export class PairingPeriod {
  @PrimaryKey({ type: 'string' }) id!: string;
  @Property({ type: 'string' }) dataset!: string;
  @Property({ type: 'string', index: true }) pairingId!: string;
  @Property({ type: 'date', nullable: true }) fromDate!: string | null;
  @Property({ type: 'string', nullable: true }) fromPrecision!: DatePrecision | null;

  @Field(() => Bound, {
    nullable: true,
    description: 'EXACT: it began at `from`. AT_LEAST: then or later, the source gives no more. Null where `from` is.',
  })
  @Property({ type: 'string', nullable: true })
  fromBound!: Bound | null;

  @Property({ type: 'date', nullable: true }) toDate!: string | null;
  @Property({ type: 'string', nullable: true }) toPrecision!: DatePrecision | null;

  @Field(() => PeriodEnd, {
    nullable: true,
    description: 'Why it ended, or is to end; null where no end is reported, or the source gives no reason.',
  })
  @Property({ type: 'string', nullable: true })
  end!: PeriodEnd | null;

  @Property({ type: 'date', nullable: true }) endedBeforeDate!: string | null;
  @Property({ type: 'string', nullable: true }) endedBeforePrecision!: DatePrecision | null;

  @Field(() => Confidence, {
    nullable: true,
    description: 'On how many independent texts it rests; null where the data set does not say.',
  })
  @Property({ type: 'string', nullable: true })
  confidence!: Confidence | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the sources leave open about it, in English; null where it is clear.',
  })
  @Property({ type: 'string', nullable: true })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in Chinese (备注); null where nobody wrote it.' })
  @Property({ type: 'string', nullable: true })
  noteZh!: string | null;

  /** Id of the document that set it. */
  @Property({ type: 'string', nullable: true, index: true }) basisId!: string | null;

  /** Id of the round that it is of. */
  @Property({ type: 'string', nullable: true, index: true }) roundId!: string | null;

  /** Id of the round whose list took its place. */
  @Property({ type: 'string', nullable: true }) supersededById!: string | null;

  /** Id of the pairing that this one is part of in this span. */
  @Property({ type: 'string', nullable: true }) parentId!: string | null;
}
