import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Party, type PartyReference } from '../../../vocabulary/party/party.js';
import { recordResolver } from '../../../vocabulary/record/record-resolver.js';
import type { LabourContext } from '../context.js';
import { OrganisationExtension } from '../organisation/organisation.extension.js';
import { Station, StationConnection } from './station.entity.js';
import { StationListArguments } from './station.inputs.js';

/** The root fields of stations, and which is a part of which. */
export const StationRecordResolver = recordResolver<Station, LabourContext>({
  type: Station,
  connection: StationConnection,
  listArguments: StationListArguments,
  table: 'station',
  one: 'station',
  many: 'stations',
  words: ['station', 'stations'],
  repository: ({ stations }) => stations,
});

@Resolver(() => Station)
export class StationResolver {
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
}
