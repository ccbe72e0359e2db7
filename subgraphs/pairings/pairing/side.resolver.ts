import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';

import { checkDay } from '../../../platform/scalars.js';
import { Language } from '../../../vocabulary/figure/language.js';
import { CountedParties } from '../../../vocabulary/party/counted-parties.js';
import { Party, type PartyReference } from '../../../vocabulary/party/party.js';
import type { PairingsContext } from '../context.js';
import type { PartyRow } from '../owned-rows.js';
import { versionOn, type RegionVersion } from '../region/region-version.entity.js';
import { sideLabel } from './side-label.js';
import { Side } from './side.js';

@Resolver(() => Side)
export class SideResolver {
  @FieldResolver(() => String, {
    description:
      'Ready for display: "Xihu District", "18 villages", "12 county schools and 63 central schools". Regions have the names of the day `asOf`.',
  })
  async label(
    @Root() side: Side,
    @Arg('language', () => Language, { defaultValue: Language.EN, description: 'Language of the text.' })
    language: Language,
    @Arg('asOf', () => Date, {
      nullable: true,
      description:
        'The day whose names regions have: 毕节地区 on 2005-06-30, 毕节市 on 2015-06-30. When left out, the day on which the first period of the pairing began; today’s names where no source dates one. Below a list `asOf` a day, give the same day here.',
    })
    asOf: string | null,
    @Ctx() context: PairingsContext,
  ): Promise<string> {
    const [day, named, counted] = await Promise.all([
      asOf == null ? context.pairings.firstDay(side.pairingId) : checkDay('asOf', asOf),
      namedParties(side, context),
      context.pairings.counted(side),
    ]);
    return sideLabel(
      named.map(({ party, versions }) => versionOn(versions, day) ?? party),
      counted,
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

interface NamedParty {
  readonly party: PartyRow;
  readonly versions: readonly RegionVersion[];
}

/** The named parties of a side, each with all that it was called: without the day, labels of all days are one read. */
async function namedParties(side: Side, context: PairingsContext): Promise<readonly NamedParty[]> {
  const parties = await context.parties.of(side.pairingId, side.role);
  return Promise.all(
    parties.map(async (party) => ({
      party,
      versions: party.__typename === 'Region' ? await context.regions.versions(party.id) : [],
    })),
  );
}
