import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

import type { DatePrecision } from '../../../vocabulary/partial-date.js';
import { holdsOn } from '../span.js';

@Entity({ tableName: 'region_version' })
@ObjectType({ description: 'A name and a code that a region had in a span of time.' })
export class RegionVersion {
  @PrimaryKey({ type: 'string' }) id!: string;
  @Property({ type: 'string' }) dataset!: string;
  @Property({ type: 'string', index: true }) regionId!: string;

  @Field(() => String, { description: 'Chinese name in the span.' })
  @Property({ type: 'string' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name in English or pinyin in the span; null where none is known.',
  })
  @Property({ type: 'string', nullable: true })
  nameEn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'GB/T 2260 code (行政区划代码) in the span, six digits; null where it had none or none is known.',
  })
  @Property({ type: 'string', nullable: true })
  code!: string | null;

  @Field(() => String, {
    description: 'What name, code and dates rest on, and what of them is open, in English.',
  })
  @Property({ type: 'string' })
  note!: string;

  @Property({ type: 'date', nullable: true }) fromDate!: string | null;
  @Property({ type: 'string' }) fromPrecision!: DatePrecision;
  @Property({ type: 'date', nullable: true }) toDate!: string | null;
  @Property({ type: 'string', nullable: true }) toPrecision!: DatePrecision | null;
}

/** The version that holds on a day, or null. One whose beginning is unknown counts from of old. */
export function versionOn(versions: readonly RegionVersion[], day: string | null): RegionVersion | null {
  const holding = versions.findLast(
    ({ fromDate, toDate, toPrecision }) =>
      day !== null && holdsOn({ fromDate: fromDate ?? '', toDate, toPrecision }, day),
  );
  return holding ?? null;
}
