import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { VocabularyContext } from '../context.js';
import { OrganisationFields, RegionFields } from './party-ref.js';
import type { Party } from './party.js';

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
