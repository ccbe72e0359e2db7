import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

import { Bound } from '../../../vocabulary/figure/figure.js';
import type { DatePrecision } from '../../../vocabulary/figure/partial-date.js';

@Entity({ tableName: 'pairing_period' })
@ObjectType({ description: 'A span in which a pairing holds by one decision: a round of the programme.' })
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

  /** Id of the document that set it. */
  @Property({ type: 'string', nullable: true, index: true }) basisId!: string | null;
}
