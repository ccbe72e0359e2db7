import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { Identified } from '../../platform/page.js';
import { stubOrOwned } from '../../platform/subgraph.js';
import type { VocabularyContext } from '../context.js';
import { RegionStub } from '../pairing/stubs.js';
import { CountedParties } from './counted-parties.js';

@Resolver(() => CountedParties)
export class CountedPartiesResolver {
  @FieldResolver(stubOrOwned('Region', RegionStub), {
    nullable: true,
    description: 'The region they are in; null where the source does not say.',
  })
  async region(
    @Root() { regionId }: CountedParties,
    @Ctx() { parties }: VocabularyContext,
  ): Promise<Identified | null> {
    return regionId === null ? null : parties.region(regionId);
  }
}
