import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { Party, type PartyReference } from '../../../vocabulary/party.js';
import { partsIn } from '../../../vocabulary/repository.js';
import type { LabourContext } from '../context.js';
import { OrganisationExtension } from '../organisation/organisation.extension.js';
import { PairingExtension } from '../pairing/pairing.extension.js';
import { Station, StationConnection } from './station.entity.js';
import { StationListArguments } from './station.inputs.js';

@Resolver(() => Station)
export class StationResolver {
  @Query(() => Station, { nullable: true, description: 'The station with this id; null when there is none.' })
  async station(
    @Arg('id', () => ID, { description: 'Id of the station.' }) id: string,
    @Ctx() { stations }: LabourContext,
  ): Promise<Station | null> {
    return stations.byId(id);
  }

  @Directive(listSize)
  @Query(() => StationConnection, { nullable: true, description: 'Stations, by id.' })
  stations(
    @Args(() => StationListArguments) args: StationListArguments,
    @Ctx() { stations }: LabourContext,
  ): List<Station> {
    return stations.list(args);
  }

  @FieldResolver(() => OrganisationExtension, {
    nullable: true,
    description: 'The body that it is, under its name; null where the source gives it none.',
  })
  organisation(@Root() { organisationId }: Station): { id: string } | null {
    return organisationId === null ? null : { id: organisationId };
  }

  @FieldResolver(() => [Party], {
    nullable: true,
    description: 'The regions that it stands in or serves: sources seldom tell which. Empty where they name none.',
  })
  async regions(@Root() station: Station, @Ctx() { parties }: LabourContext): Promise<readonly PartyReference[]> {
    return parties.of(station.id, 'RECIPIENT');
  }

  @FieldResolver(() => Party, {
    nullable: true,
    description: 'Who opened it or runs it; null where the source does not say.',
  })
  async operator(@Root() station: Station, @Ctx() { parties }: LabourContext): Promise<PartyReference | null> {
    return parties.onlyOne(station.id, 'PROVIDER');
  }

  @FieldResolver(() => [PairingExtension], {
    nullable: true,
    description: 'The pairings it belongs to; several where the source reports one number for them.',
  })
  async pairings(
    @Root() station: Station,
    @Ctx() { recordPairings }: LabourContext,
  ): Promise<readonly { id: string }[]> {
    return recordPairings.of(station.id);
  }

  @FieldResolver(() => Station, {
    nullable: true,
    description: 'The record that this one is a part of, so that it is not counted twice; null where it stands alone.',
  })
  async includedIn(@Root() station: Station, @Ctx() { stations }: LabourContext): Promise<Station | null> {
    return station.includedInId === null ? null : stations.byId(station.includedInId);
  }

  @Directive(listSize)
  @FieldResolver(() => StationConnection, { nullable: true, description: 'Records of some of these stations.' })
  parts(
    @Root() station: Station,
    @Args(() => StationListArguments) args: StationListArguments,
    @Ctx() { stations }: LabourContext,
  ): List<Station> {
    return stations.listOf(partsIn('station'), station.id, args);
  }
}
