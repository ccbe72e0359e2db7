import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

import type { OrganisationKind } from './organisation-kind.js';
import { Party } from './party.js';

/** The fields of Organisation that every subgraph answers by itself: the commonest ones cost no further hop. */
@Entity({ abstract: true })
@ObjectType('OrganisationFields', { implements: Party })
export abstract class OrganisationFields extends Party {
  @Directive('@shareable')
  @Field(() => String, { description: 'Chinese name as its source gives it.' })
  override name!: string;

  @Directive('@shareable')
  @Field(() => String, { nullable: true, description: 'Name in English; null where none is known.' })
  override nameEn!: string | null;
}

/** The fields of Region that every subgraph answers by itself. */
@Entity({ abstract: true })
@ObjectType('RegionFields', { implements: Party })
export abstract class RegionFields extends Party {
  @Directive('@shareable')
  @Field(() => String, { description: 'Today’s Chinese name (现名).' })
  override name!: string;

  @Directive('@shareable')
  @Field(() => String, { nullable: true, description: 'Today’s name in English or pinyin; null where none is known.' })
  override nameEn!: string | null;

  @Directive('@shareable')
  @Field(() => String, {
    nullable: true,
    description:
      'Today’s GB/T 2260 code (行政区划代码), six digits; null for zones, groups and units below the county.',
  })
  @Property({ type: 'string', nullable: true, index: true })
  code!: string | null;
}

/** What every subgraph knows of every organisation. */
@Entity({ tableName: 'organisation_ref' })
export class OrganisationRefEntity extends OrganisationFields {
  @Property({ type: 'string' }) dataset!: string;
  /** Null in rows that were imported before this column was there. */
  @Property({ type: 'string', nullable: true, index: true }) kind!: OrganisationKind | null;
  /** Id of the region that it belongs to. */
  @Property({ type: 'string', nullable: true, index: true }) region!: string | null;
}

/** What every subgraph knows of every region: its names, its code, and the regions above it, itself included. */
@Entity({ tableName: 'region_ref' })
export class RegionRefEntity extends RegionFields {
  @Property({ type: 'string' }) dataset!: string;
  @Property({ type: 'string', nullable: true, index: true }) province!: string | null;
  @Property({ type: 'string', nullable: true, index: true }) prefecture!: string | null;
  @Property({ type: 'string', nullable: true, index: true }) county!: string | null;
  @Property({ type: 'string', nullable: true, index: true }) township!: string | null;
}

/** The levels that a region's reference names what is above it at. */
export const regionLevels = ['province', 'prefecture', 'county', 'township'] as const;
export type RegionLevelColumn = (typeof regionLevels)[number];

/** The ids of a region and of those above it, the highest first; none of an unknown region. */
export function pathOf(ref: Omit<RegionRefEntity, 'dataset'> | null): readonly string[] {
  return ref === null ? [] : [...new Set([...regionLevels.flatMap((level) => ref[level] ?? []), ref.id])];
}
