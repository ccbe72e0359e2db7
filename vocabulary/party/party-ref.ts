import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';

import type { RequestScope } from '../../platform/request-scope.js';
import type { VocabularyContext } from '../context.js';
import { Party } from './party.js';
import { Repository } from '../record/repository.js';

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

@Resolver(() => OrganisationFields)
export class OrganisationFieldsResolver {
  @FieldResolver()
  async name(
    @Root() party: Known<OrganisationFields>,
    @Ctx() { partyRefs }: VocabularyContext,
  ): Promise<string | null> {
    return party.name ?? (await partyRefs.organisation(party.id))?.name ?? null;
  }

  @FieldResolver()
  async nameEn(
    @Root() party: Known<OrganisationFields>,
    @Ctx() { partyRefs }: VocabularyContext,
  ): Promise<string | null> {
    return party.nameEn === undefined ? ((await partyRefs.organisation(party.id))?.nameEn ?? null) : party.nameEn;
  }
}

@Resolver(() => RegionFields)
export class RegionFieldsResolver {
  @FieldResolver()
  async name(@Root() party: Known<RegionFields>, @Ctx() { partyRefs }: VocabularyContext): Promise<string | null> {
    return party.name ?? (await partyRefs.region(party.id))?.name ?? null;
  }

  @FieldResolver()
  async nameEn(@Root() party: Known<RegionFields>, @Ctx() { partyRefs }: VocabularyContext): Promise<string | null> {
    return party.nameEn === undefined ? ((await partyRefs.region(party.id))?.nameEn ?? null) : party.nameEn;
  }

  @FieldResolver()
  async code(@Root() party: Known<RegionFields>, @Ctx() { partyRefs }: VocabularyContext): Promise<string | null> {
    return party.code === undefined ? ((await partyRefs.region(party.id))?.code ?? null) : party.code;
  }
}

/** A party as its row, or as a reference that has its id alone. */
type Known<Fields extends Party> = Pick<Fields, 'id'> & Partial<Fields>;

/** What every subgraph knows of every organisation. */
@Entity({ tableName: 'organisation_ref' })
export class OrganisationRefEntity extends OrganisationFields {
  @Property({ type: 'string' }) dataset!: string;
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
export function pathOf(ref: RegionRefEntity | null): readonly string[] {
  return ref === null ? [] : [...new Set([...regionLevels.flatMap((level) => ref[level] ?? []), ref.id])];
}

/** Reads what is known of regions and organisations. */
export class PartyRefRepository {
  private readonly regions: Repository<RegionRefEntity>;
  private readonly organisations: Repository<OrganisationRefEntity>;

  constructor(scope: RequestScope) {
    this.regions = new Repository(scope, 'RegionRef', 'regionRef');
    this.organisations = new Repository(scope, 'OrganisationRef', 'organisationRef');
  }

  /** A region; null when it is unknown. */
  async region(id: string): Promise<RegionRefEntity | null> {
    return this.regions.byId(id);
  }

  /** An organisation; null when it is unknown. */
  async organisation(id: string): Promise<OrganisationRefEntity | null> {
    return this.organisations.byId(id);
  }
}
