import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { connectionOf, listSize, type List } from '../../../vocabulary/record/connection.js';
import { ofParty } from '../../../vocabulary/record/repository.js';
import { SourceRef } from '../../../vocabulary/figure/source-ref.js';
import type { PairingsContext } from '../context.js';
import { PairingConnection, type Pairing } from '../pairing/pairing.entity.js';
import { PairingListArguments } from '../pairing/pairing.inputs.js';
import { ProvisionConnection, type Provision } from '../provision/provision.entity.js';
import { ProvisionListArguments } from '../provision/provision.inputs.js';
import { Region } from '../region/region.entity.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationListArguments } from './organisation.inputs.js';

const OrganisationConnection = connectionOf('Organisation', () => Organisation);

@Resolver(() => Organisation)
export class OrganisationResolver {
  @Query(() => Organisation, { nullable: true, description: 'The organisation with this id; null when there is none.' })
  async organisation(
    @Arg('id', () => ID, { description: 'Id of the organisation.' }) id: string,
    @Ctx() context: PairingsContext,
  ): Promise<Organisation | null> {
    return context.organisations.byId(id);
  }

  @Directive(listSize)
  @Query(() => OrganisationConnection, { nullable: true, description: 'Organisations, by id.' })
  organisations(
    @Args(() => OrganisationListArguments) args: OrganisationListArguments,
    @Ctx() context: PairingsContext,
  ): List<Organisation> {
    return context.organisations.list(args);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'The region it belongs to; null for a national body.' })
  async region(@Root() organisation: Organisation, @Ctx() context: PairingsContext): Promise<Region | null> {
    return organisation.regionId === null ? null : context.regions.byId(organisation.regionId);
  }

  @FieldResolver(() => [SourceRef], { description: 'Where it is named: at least one place.' })
  async sources(@Root() organisation: Organisation, @Ctx() context: PairingsContext): Promise<readonly SourceRef[]> {
    return context.sources.of(organisation.id);
  }

  @Directive(listSize)
  @FieldResolver(() => PairingConnection, { nullable: true, description: 'Pairings in which this body helps.' })
  pairingsAsDonor(
    @Root() organisation: Organisation,
    @Args(() => PairingListArguments) args: PairingListArguments,
    @Ctx() context: PairingsContext,
  ): List<Pairing> {
    return context.pairings.ofParty('DONOR', 'organisation', organisation.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => PairingConnection, { nullable: true, description: 'Pairings in which this body is helped.' })
  pairingsAsRecipient(
    @Root() organisation: Organisation,
    @Args(() => PairingListArguments) args: PairingListArguments,
    @Ctx() context: PairingsContext,
  ): List<Pairing> {
    return context.pairings.ofParty('RECIPIENT', 'organisation', organisation.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => ProvisionConnection, {
    nullable: true,
    description:
      'Provisions that this body sets, signs or follows: its duties, its rules, the agreements it is party to.',
  })
  provisions(
    @Root() organisation: Organisation,
    @Args(() => ProvisionListArguments) args: ProvisionListArguments,
    @Ctx() { provisions }: PairingsContext,
  ): List<Provision> {
    return provisions.listOf(ofParty('ISSUER', 'organisation'), organisation.id, args);
  }
}
