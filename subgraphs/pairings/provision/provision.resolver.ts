import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Party, type PartyReference } from '../../../vocabulary/party/party.js';
import { recordResolver } from '../../../vocabulary/record/record-resolver.js';
import { Term } from '../../../vocabulary/record/term.js';
import type { PairingsContext } from '../context.js';
import { Region } from '../region/region.entity.js';
import { Provision, ProvisionConnection } from './provision.entity.js';
import { ProvisionListArguments } from './provision.inputs.js';

/** The root fields of provisions, and which is a part of which. */
export const ProvisionRecordResolver = recordResolver<Provision, PairingsContext>({
  type: Provision,
  connection: ProvisionConnection,
  listArguments: ProvisionListArguments,
  table: 'provision',
  one: 'provision',
  many: 'provisions',
  words: ['provision', 'provisions'],
  repository: ({ provisions }) => provisions,
});

@Resolver(() => Provision)
export class ProvisionResolver {
  @FieldResolver(() => [Term], {
    description: 'The list that the source prints, in its order; empty where it prints none.',
  })
  async items(@Root() provision: Provision, @Ctx() { terms }: PairingsContext): Promise<readonly Term[]> {
    return terms.of(provision.id);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'The region it is about; null where it is about no region by itself.',
  })
  async region(@Root() provision: Provision, @Ctx() { parties, regions }: PairingsContext): Promise<Region | null> {
    const place = await parties.onlyOne(provision.id, 'PLACE');
    return place === null ? null : regions.byId(place.id);
  }

  @FieldResolver(() => [Party], { description: 'Who sets, signs or follows it; empty where the source does not say.' })
  async issuers(@Root() provision: Provision, @Ctx() { parties }: PairingsContext): Promise<readonly PartyReference[]> {
    return parties.of(provision.id, 'ISSUER');
  }

  @FieldResolver(() => [Party], {
    description: 'Who else belongs to it: members of a body, firms at an event; empty where the source names nobody.',
  })
  async participants(
    @Root() provision: Provision,
    @Ctx() { parties }: PairingsContext,
  ): Promise<readonly PartyReference[]> {
    return parties.of(provision.id, 'PARTICIPANT');
  }
}
