import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { Party, type PartyReference } from '../../../vocabulary/party.js';
import { partsIn } from '../../../vocabulary/repository.js';
import { Term } from '../../../vocabulary/term.js';
import type { PairingsContext } from '../context.js';
import { Pairing } from '../pairing/pairing.entity.js';
import { Region } from '../region/region.entity.js';
import { Provision, ProvisionConnection } from './provision.entity.js';
import { ProvisionListArguments } from './provision.inputs.js';

@Resolver(() => Provision)
export class ProvisionResolver {
  @Query(() => Provision, { nullable: true, description: 'The provision with this id; null when there is none.' })
  async provision(
    @Arg('id', () => ID, { description: 'Id of the provision.' }) id: string,
    @Ctx() { provisions }: PairingsContext,
  ): Promise<Provision | null> {
    return provisions.byId(id);
  }

  @Directive(listSize)
  @Query(() => ProvisionConnection, { nullable: true, description: 'Provisions, by id.' })
  provisions(
    @Args(() => ProvisionListArguments) args: ProvisionListArguments,
    @Ctx() { provisions }: PairingsContext,
  ): List<Provision> {
    return provisions.list(args);
  }

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

  @FieldResolver(() => [Pairing], {
    description: 'The pairings it belongs to; empty where it belongs to a region or a body alone.',
  })
  async pairings(@Root() provision: Provision, @Ctx() { pairings }: PairingsContext): Promise<readonly Pairing[]> {
    return pairings.ofRecord(provision.id);
  }

  @FieldResolver(() => Provision, {
    nullable: true,
    description: 'The plan, agreement or list that it belongs to or rests on; null where it stands alone.',
  })
  async includedIn(@Root() provision: Provision, @Ctx() { provisions }: PairingsContext): Promise<Provision | null> {
    return provision.includedInId === null ? null : provisions.byId(provision.includedInId);
  }

  @Directive(listSize)
  @FieldResolver(() => ProvisionConnection, {
    nullable: true,
    description: 'Provisions that belong to this one: the fields that an agreement sets.',
  })
  parts(
    @Root() provision: Provision,
    @Args(() => ProvisionListArguments) args: ProvisionListArguments,
    @Ctx() { provisions }: PairingsContext,
  ): List<Provision> {
    return provisions.listOf(partsIn('provision'), provision.id, args);
  }
}
