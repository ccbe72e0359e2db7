import { join } from 'node:path';

import { defineSubgraph } from '../../platform/subgraph.js';
import { vocabularyEntities, vocabularyImports, vocabularyResolvers } from '../../vocabulary/index.js';
import { createLabourContext, type LabourContext } from './context.js';
import { Placement } from './placement/placement.entity.js';
import { placementImport } from './placement/placement.import.js';
import { PlacementResolver } from './placement/placement.resolver.js';
import { OrganisationExtension, OrganisationExtensionResolver } from './organisation/organisation.extension.js';
import { PairingExtensionResolver } from './pairing/pairing.extension.js';
import { RegionExtension, RegionExtensionResolver } from './region/region.extension.js';

/** For which jobs. */
export const labour = defineSubgraph<LabourContext>({
  name: 'labour',
  port: 4003,
  entities: [...vocabularyEntities, Placement],
  migrations: join(import.meta.dirname, 'migrations'),
  resolvers: [
    ...vocabularyResolvers,
    PlacementResolver,
    PairingExtensionResolver,
    RegionExtensionResolver,
    OrganisationExtensionResolver,
  ],
  types: [RegionExtension, OrganisationExtension],
  owned: {
    Placement: (id, { placements }) => placements.byId(id),
  },
  extended: ['Pairing', 'Region', 'Organisation'],
  inPlaceOfStubs: {},
  imports: [...vocabularyImports, placementImport],
  createContext: createLabourContext,
});
