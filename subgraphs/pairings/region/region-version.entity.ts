import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import type { Days } from '../../../platform/import/table.js';
import { partialDateEnd, type DatePrecision } from '../../../vocabulary/figure/partial-date.js';

export const RegionVersionKind = describedEnum('RegionVersionKind', 'Whose name and code a version has.', {
  ITSELF: ['the region itself', '本地区', 'The region’s own: it was called so, or had this code (曾用名, 曾用代码).'],
  PREDECESSOR: [
    'predecessor',
    '并入前的地区',
    'Those of a region that ended and went into this one, whole or in part (撤并).',
  ],
});
export type RegionVersionKind = EnumValue<typeof RegionVersionKind>;

@Entity({ tableName: 'region_version' })
@ObjectType({
  description: 'A name and a code that a region, or one that went into it, had in a span of time.',
})
export class RegionVersion {
  @PrimaryKey({ type: 'string' }) id!: string;
  @Property({ type: 'string' }) dataset!: string;
  @Property({ type: 'string', index: true }) regionId!: string;

  @Field(() => RegionVersionKind, { description: 'Whether the region itself had them, or one that went into it.' })
  @Property({ type: 'string' })
  kind!: RegionVersionKind;

  @Field(() => String, { description: 'Chinese name in the span.' })
  @Property({ type: 'string', index: true })
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
  @Property({ type: 'string', nullable: true, index: true })
  code!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What of it is open or worth knowing, in English; null where dates and sources say all.',
  })
  @Property({ type: 'string', nullable: true })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in Chinese (备注); null where nobody wrote it.' })
  @Property({ type: 'string', nullable: true })
  noteZh!: string | null;

  @Property({ type: 'date', nullable: true }) fromDate!: string | null;
  @Property({ type: 'string' }) fromPrecision!: DatePrecision;
  @Property({ type: 'date', nullable: true }) toDate!: string | null;
  @Property({ type: 'string', nullable: true }) toPrecision!: DatePrecision | null;
  @Property({ type: 'date', nullable: true }) firstSeenDate!: string | null;
  @Property({ type: 'string', nullable: true }) firstSeenPrecision!: DatePrecision | null;
  @Property({ type: 'date', nullable: true }) lastSeenDate!: string | null;
  @Property({ type: 'string', nullable: true }) lastSeenPrecision!: DatePrecision | null;
}

/** The version that held on a day, or null where none is known to. */
export function versionOn(versions: readonly RegionVersion[], day: string | null): RegionVersion | null {
  return day === null ? null : (versions.findLast((version) => heldOn(version, day)) ?? null);
}

/**
 * Whether a version is known to have held on a day. Where nothing saw it first, it counts from the first day of its
 * beginning, or from of old; where something did, from that day, and for sure from when its beginning is over.
 */
export const heldOn = (version: RegionVersion, day: string): boolean => heldIn(version, { first: day, last: day });

/** Whether a version is known to have held on any of some days, both ends included. */
export function heldIn(version: RegionVersion, { first, last }: Days): boolean {
  const { fromDate, fromPrecision, toDate, toPrecision, firstSeenDate, lastSeenDate } = version;
  const hasBegun =
    firstSeenDate === null
      ? (fromDate ?? '') <= last
      : firstSeenDate <= last || (fromDate !== null && partialDateEnd(fromDate, fromPrecision) <= last);
  const goesOn =
    toPrecision === null || (toDate !== null && first < toDate) || (lastSeenDate !== null && first <= lastSeenDate);
  return hasBegun && goesOn;
}
