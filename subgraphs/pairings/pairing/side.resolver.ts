import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';

import { Language } from '../../../vocabulary/language.js';
import { Party, type PartyReference } from '../../../vocabulary/party.js';
import type { PairingsContext } from '../context.js';
import { Region } from '../region/region.entity.js';
import { sideLabel } from './side-label.js';
import { CountedParties, Side } from './side.js';

@Resolver(() => Side)
export class SideResolver {
  @FieldResolver(() => String, {
    description: 'Ready for display: "Xihu District", "18 villages", "12 county schools and 63 central schools".',
  })
  async label(
    @Root() side: Side,
    @Arg('language', () => Language, { defaultValue: Language.EN, description: 'Language of the text.' })
    language: Language,
    @Ctx() context: PairingsContext,
  ): Promise<string> {
    const references = await context.parties.of(side.pairingId, side.role);
    const parties = await Promise.all(
      references.map(({ __typename, id }) =>
        (__typename === 'Region' ? context.regions : context.organisations).byId(id),
      ),
    );
    return sideLabel(
      parties.flatMap((party) => party ?? []),
      await context.pairings.counted(side),
      language,
    );
  }

  @FieldResolver(() => Party, {
    nullable: true,
    description: 'The party, where exactly one is named; null where there are several or none.',
  })
  async party(@Root() side: Side, @Ctx() context: PairingsContext): Promise<PartyReference | null> {
    return context.parties.onlyOne(side.pairingId, side.role);
  }

  @FieldResolver(() => [Party], { description: 'The parties that are named; empty where they are only counted.' })
  async parties(@Root() side: Side, @Ctx() context: PairingsContext): Promise<readonly PartyReference[]> {
    return context.parties.of(side.pairingId, side.role);
  }

  @FieldResolver(() => [CountedParties], {
    description: 'The parties that are only counted, each kind with its number; empty where all are named.',
  })
  async counted(@Root() side: Side, @Ctx() context: PairingsContext): Promise<readonly CountedParties[]> {
    return context.pairings.counted(side);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many parties, named and counted; null where the source gives no number for some.',
  })
  async count(@Root() side: Side, @Ctx() context: PairingsContext): Promise<number | null> {
    const parties = await context.parties.of(side.pairingId, side.role);
    const counted = await context.pairings.counted(side);
    return counted.reduce<number | null>(
      (sum, { count }) => (sum === null || count === null ? null : sum + count),
      parties.length,
    );
  }
}

@Resolver(() => CountedParties)
export class CountedPartiesResolver {
  @FieldResolver(() => Region, {
    nullable: true,
    description: 'The region they are in; null where the source does not say.',
  })
  async region(@Root() parties: CountedParties, @Ctx() context: PairingsContext): Promise<Region | null> {
    return parties.regionId === null ? null : context.regions.byId(parties.regionId);
  }
}
